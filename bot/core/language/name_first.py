"""First names and frequent family names, by which persons are recognised."""

from __future__ import annotations

FIRST_NAMES = frozenset(
    """
    Aaron Abdel Abdul Abdullah Abel Abigail Abraham Achim Ada Adalbert Adam Adele Adelheid
    Adolf Adrian Adriana Adriano Agnes Agnieszka Ahmad Ahmed Aileen Aisha Akio Alain Alan
    Albert Alberto Albrecht Aldo Alec Alejandro Aleksandar Alena Alessandro Alex Alexander
    Alexandra Alexandre Alexei Alexej Alexey Alexis Alfons Alfonso Alfred Alfredo Ali Alice
    Alicia Alina Alison Allan Allen Alois Aloys Alvaro Alwin Amanda Amelie Amir Amit Amy Ana
    Anastasia Anatoli Anders Andi André Andre Andrea Andreas Andrei Andrej Andrés Andrew Andrey
    Andrzej Andy Angela Angelika Angelina Angelo Angus Anika Anita Anja Anke Ann Anna Annabelle
    Annalena Anne Annegret Anneliese Annemarie Annett Annette Annie Annika Ansgar Anthony Antje
    Antoine Anton Antonella Antonia Antonio António Antony Arif Aristide Armin Arnaud Arndt
    Arne Arno Arnold Arthur Artur Arturo Arvind Ashley Asif Astrid Athina August Auguste
    Augusto Aung Axel Aydan Ayşe Aziz Barack Barbara Barry Bart Bartosz Bashar Bastian Beate
    Beatrice Beatrix Beata Ben Benedikt Benito Benjamin Benny Benoît Bernadette Bernard
    Bernardo Bernd Bernhard Bernie Bert Berta Berthold Bertold Bertolt Bertram Beth Betsy
    Bettina Betty Bianca Bill Billy Birgit Birgitta Birte Björn Bob Bobby Bodo Bogdan Boris
    Brad Bradley Brandon Brenda Brendan Bret Brett Brian Bridget Brigitta Brigitte Britney
    Britta Bruce Bruno Bryan Burkhard Burkhart Caitlin Calvin Camilla Camille Carina Carl Carla
    Carlo Carlos Carmen Carol Carola Carolin Carolina Caroline Carolyn Carsten Caspar Catherine
    Cathy Cecilia Cedric Cem Chad Charles Charlie Charlotte Chelsea Cheryl Chester Chris
    Christa Christel Christian Christiane Christina Christine Christof Christoph Christophe
    Christopher Chuck Cindy Claas Claire Clara Clarissa Claude Claudia Claudio Claus Clemens
    Clement Clint Clive Colin Conny Conrad Constantin Constanze Cora Corinna Cornelia Cornelius
    Craig Cristian Cristiano Cristina Curt Cynthia Cyril Dagmar Dale Dalia Damian Damien Dan
    Daniel Daniela Daniele Danielle Danny Dara Dario Darius Darren Dave David Davide Dean
    Deborah Debbie Denis Denise Dennis Derek Desmond Detlef Detlev Diana Diane Didier Diego
    Dieter Dietmar Dietrich Dilma Dimitri Dimitris Dina Dirk Dmitri Dmitrij Dmitry Dolores
    Dominic Dominik Dominique Don Donald Donna Dora Doreen Doris Dorothea Dorothee Dorothy Doug
    Douglas Duncan Dustin Dwight Dylan Earl Eberhard Eckart Eckhard Eckhart Ed Eddie Edda Edgar
    Edith Edmund Edna Eduard Eduardo Edward Edwin Egon Ehud Eileen Ekaterina Elena Eleni
    Eleonore Elfriede Eli Elias Elisa Elisabeth Elise Elizabeth Elke Ella Ellen Elmar Elon Elsa
    Else Elvira Elvis Emanuel Emanuela Emil Emilia Emilio Emily Emma Emmanuel Emre Enrico
    Enrique Eric Erica Erich Erik Erika Ernest Ernesto Ernst Erwin Estelle Esther Ethan Eugen
    Eugene Eva Evan Evelin Evelyn Ewald Ewa Fabian Fabienne Fabio Fabrice Fatih Fatima Fatma
    Federico Felicitas Felipe Felix Ferdinand Fernando Fidel Filip Filippo Fiona Flavio
    Florence Florentin Florian Folker Frances Francesca Francesco Francine Francis Francisco
    Franco François Francois Françoise Frank Franka Franklin Frans Franz Franziska Fred Freddy
    Frederic Frederick Frederik Frieder Friederike Friedhelm Friedrich Fritz Gabi Gabriel
    Gabriela Gabriele Gabriella Garry Gary Gavin Geert Geoffrey Georg George Georges Georgia
    Georgina Georgios Gerald Gerard Gérard Gerd Gerda Gerhard Gerhart Gerlinde Gernot Gero Gert
    Gertrud Ghislaine Giancarlo Gianluca Gianni Gideon Gilbert Gilles Gina Gino Giorgia Giorgio
    Giovanni Giovanna Gisela Giulia Giulio Giuseppe Gloria Gordon Gottfried Gotthold Götz
    Graham Greg Gregor Gregory Greta Gudrun Guido Guillaume Guillermo Gundula Gunnar Gunter
    Günter Gunther Günther Gus Gustav Gustavo Guy Hakan Hannah Hanna Hannelore Hannes Hanno
    Hans Hansjörg Harald Harold Harriet Harry Hartmut Harvey Hasan Hassan Hauke Heather Hector
    Hedwig Heide Heidemarie Heidi Heike Heiko Heiner Heino Heinrich Heinz Helen Helena Helene
    Helga Helge Hellmut Helmut Helmuth Hendrik Henning Henri Henrik Henriette Henry Herbert
    Hermann Hermine Herta Hilary Hilda Hilde Hildegard Hillary Holger Horst Howard Hubert
    Hubertus Hugh Hugo Hussein Ian Ibrahim Ignatz Ignaz Igor Ilja Ilka Ilona Ilse Imran Ina
    Ines Inga Inge Ingeborg Ingo Ingolf Ingrid Inka Irene Irina Iris Irma Irmgard Isaac Isabel
    Isabell Isabella Isabelle Ismail István Ivan Ivana Ivanka Ivo Iwan Jaap Jack Jackie Jacob
    Jacqueline Jacques Jaime Jair Jake Jakob James Jamie Jan Jana Jane Janet Janina Janine
    Janis Janosch János Jared Jasmin Jasmine Jason Javier Jay Jean Jeanette Jeanne Jeff Jeffrey
    Jelena Jennifer Jenny Jens Jensen Jeremy Jerome Jérôme Jerry Jesper Jesse Jessica Jesús
    Jewgeni Jill Jim Jimmy Jo Joachim Joan Joana Joanna Joanne Jochen Jodie Joe Joel Johan
    Johann Johanna Johannes John Johnny Jon Jonas Jonathan Jordi Jörg Jörn Jorge Jorgen José
    Jose Josef Josefine Joseph Josephine Josh Joshua Josip Jost Joy Joyce Juan Juana Judith
    Judy Jules Julia Julian Juliane Julie Julien Juliette Julius Jürgen Justin Justine Justus
    Jutta Kai Kamala Kamil Karen Karim Karin Karina Karl Karla Karlheinz Karol Karolin Karolina
    Karoline Karsten Kaspar Katarina Kate Katharina Katherine Kathleen Kathrin Kathy Katie
    Katja Katrin Kay Kazuo Keanu Keir Keith Kelly Kemal Ken Kenneth Kerstin Kevin Khaled Kim
    Kirsten Kirstin Kiyoshi Klara Klaus Knut Konrad Konstantin Konstanze Kristian Kristin
    Kristina Krzysztof Kurt Kyle Kyriakos Lara Larissa Larry Lars Laszlo Laura Lauren Laurence
    Laurent Lawrence Lea Leah Lee Leif Leila Lena Lennart Leo Leon Leonard Leonardo Leonhard
    Leonid Leonie Leopold Leroy Leslie Lew Lewis Lia Liam Lidia Lieselotte Lilli Lilly Lily
    Linda Lindsay Lindsey Linus Lisa Lisbeth Liz Liza Logan Lola Lorenz Lorenzo Lothar Lou
    Louis Louisa Louise Luc Luca Lucas Lucia Luciano Lucie Lucy Ludger Ludmila Ludwig Luigi
    Luis Luisa Luise Luiz Luka Lukas Luke Lutz Lydia Lynn Madeleine Madonna Magda Magdalena
    Maggie Magnus Mahmoud Mahmud Maik Maike Maja Malala Malcolm Malte Mandy Manfred Manuel
    Manuela Marc Marcel Marcelo Marco Marcos Marcus Marek Margaret Margarete Margarethe
    Margarita Margit Margot Margret Margrethe Maria Mariano Marianne Marie Mariella Marietta
    Marija Marilyn Marina Marine Mario Marion Marius Mark Marko Markus Marlene Marlies Marlon
    Marta Martha Martin Martina Marvin Mary Masayoshi Massimo Mateusz Mathias Mathilde Matt
    Matteo Matthew Matthias Matthieu Maurice Mauricio Maurizio Max Maxim Maxime Maximilian
    Maxine Maya Mechthild Megan Mehmet Meike Meinhard Melanie Melania Melinda Melissa Mercedes
    Meredith Meta Mia Micha Michael Michaela Michail Michel Michèle Michelle Mick Miguel Mihail
    Mika Mike Mikhail Miki Mikko Milan Milena Miles Milo Miloš Minna Mira Miriam Mirjam Mirko
    Miroslav Mitch Mitt Mohamed Mohammad Mohammed Moira Molly Mona Moni Monica Monika Monique
    Morgan Morris Moritz Moshe Muammar Muhammad Murat Mustafa Nadia Nadine Nadja Naftali Nancy
    Naomi Narendra Natalia Natalie Natalja Natascha Nathalie Nathan Neil Nelly Nelson Nicholas
    Nick Nicki Nico Nicola Nicolas Nicolás Nicole Niels Nigel Nikita Niklas Niko Nikol Nikola
    Nikolai Nikolaj Nikolas Nikolaus Nils Nina Noah Noam Noel Nora Norbert Norman Norma Nuri
    Octavia Odette Olaf Oleg Olena Olga Oliver Olivia Olivier Omar Omid Orlando Ortwin Oscar
    Oskar Oswald Othmar Otmar Ottmar Otto Owen Pablo Paloma Pamela Paola Paolo Pascal Pat
    Patricia Patricio Patrick Patrik Paul Paula Paulo Pauline Pawel Pedro Peer Peggy Penelope
    Per Percy Peter Petra Petro Phil Philip Philipp Philippa Philippe Phillip Phoebe Pia Pierre
    Pieter Pietro Pjotr Pius Priscilla Priti Rachel Rafael Rahel Rahul Rainer Ralf Ralph Ramon
    Ramona Randy Ranga Raoul Raphael Raúl Raul Ray Raymond Rebecca Recep Regina Regine Regula
    Reiner Reinhard Reinhold Renata Renate Renato Rene René Renée Reto Rex Rhonda Ricarda
    Ricardo Riccardo Richard Rick Ricky Rishi Rita Rob Robbie Robert Roberta Roberto Robin
    Rodolfo Rodrigo Roger Roland Rolf Roman Romano Romy Ron Ronald Ronnie Ronny Rory Rosa
    Rosalie Rosemarie Rosemary Rosi Roswitha Roy Ruben Rudi Rudolf Rudolph Rudy Rupert Russell
    Ruth Ryan Sabine Sabrina Sahra Said Salman Salvador Salvatore Sam Samantha Samuel Sandra
    Sandro Santiago Sara Sarah Sascha Saskia Satya Scott Sean Sebastian Sebastien Sepp Serena
    Serge Sergei Sergej Sergey Sergio Seth Severin Shane Shannon Sharon Shawn Sheila Shinzo
    Sibylle Sidney Siegfried Sieglinde Siegmar Siegmund Sigismund Sigmar Sigmund Sigrid Silas
    Silja Silke Silvana Silvia Silvio Simon Simona Simone Slobodan Sofia Sofie Sonia Sonja
    Sönke Sophia Sophie Spencer Stanislaw Stanley Stefan Stefania Stefanie Stefano Steffen
    Steffi Stella Stephan Stephanie Stéphane Stephen Steve Steven Stuart Sue Sundar Susan
    Susann Susanna Susanne Susi Suzanne Sven Svenja Swen Swetlana Sylke Sylvester Sylvia Sylvie
    Tamara Tanja Tania Tara Tariq Tarek Tatiana Tatjana Tayyip Ted Teresa Terry Thaddäus Thea
    Theo Theodor Theodore Theresa Therese Theresia Thierry Thilo Thomas Thore Thorsten Tiffany
    Till Tilman Tilo Tim Timo Timothy Tina Tino Tobias Todd Tom Tomas Tomás Tomasz Tommaso
    Tommy Toni Tony Torben Torsten Tracy Travis Trevor Tristan Trudy Tyler Udo Ugur Ulf Uli
    Ulla Ulrich Ulrike Umberto Ursula Urs Uschi Ute Uta Utz Uwe Václav Valentin Valentina
    Valentino Valeria Valerie Valéry Vanessa Vera Verena Veronica Veronika Vicky Victor
    Victoria Vijay Viktor Viktoria Vincent Vincenzo Vinzenz Viola Virginia Vitali Vittorio
    Vivian Vivien Vladimir Volker Volkmar Volodymyr Walburga Waldemar Walentina Walter Walther
    Wanda Warren Wassili Wayne Wendelin Wendy Wera Werner Wilfried Wilhelm Wilhelmine Will
    Willem Willi William Willibald Willy Winfried Winston Witali Wladimir Wladislaw Wolf
    Wolfgang Wolfram Wolodymyr Woody Xavier Xaver Xenia Yann Yannick Yasmin Yoko Yulia Yusuf
    Yves Yvette Yvonne Zach Zachary Zoe Zoltán Zlatan
    """.split()
)

# Family names that dictionaries hold for other reasons, and those of the news.
SURNAMES = frozenset(
    """
    Abbott Adenauer Altmaier Altman Amthor Andrews Arnold Assad Bach Bachmann Baerbock Bannon
    Bartsch Bauer Baumann Beck Becker Beckenbauer Bender Berg Berger Bergmann Bernstein Bezos
    Biden Bismarck Blair Blatter Böhm Bohlen Bolsonaro Bolton Bosbach Bouffier Bowie Braun
    Brandt Brecht Breuer Brown Brinkhaus Brüderle Buffett Busch Bush Cameron Carter Castro
    Chirac Christie Chrupalla Churchill Clinton Clooney Cohen Conte Cook Cruz Darwin Davis
    Deripaska Dietrich Dobrindt Drosten Draghi Duterte Ebert Einstein Eisenhower Ellison Engel
    Engels Erdogan Erdoğan Erhard Esken Faeser Farage Fauci Federer Ferguson Fischer Fleischer
    Ford Franke Frank Friedrich Friedman Fuchs Gabriel Gates Gauck Gauland Genscher Giuliani
    Goebbels Goethe Gorbatschow Göring Graf Graham Grass Groß Günther Guttenberg Gysi Haas
    Habeck Hahn Händel Hansen Harris Hartmann Haseloff Hegel Heil Heine Heinrich Herrmann Heise
    Hemingway Henry Herbst Hermann Herzog Hesse Heynckes Hildebrandt Hitler Hoeneß Hofer
    Hoffmann Hofmann Hofreiter Hollande Homburg Honecker Horn Huber Huntelaar Jackson Jäger
    Jahn Jansen Jobs Johnson Jones Jung Junker Juncker Kaiser Kant Karajan Karrenbauer Kastner
    Keller Kennedy Kerber Kern Kickl Kipping Klein Klinsmann Klitschko Klopp Koch Kohl Köhler
    König Konrad Köppel Kraft Kramer Kramp Kraus Krause Kretschmann Kretschmer Kröger Krüger
    Kubicki Kühn Kuhn Kühnert Kurz Lafontaine Lang Lange Laschet Lauterbach Lawrow Lehmann
    Lenin Leonhard Lewandowski Lewis Lienen Lincoln Lindner Löw Lopez Lorenz Ludwig Lukaschenko
    Luther Maas Macron Maduro Magath Maier Maizière Marx Matthäus May Mayer McCain McConnell
    Mayr Medwedew Meier Meißner Melnyk Meloni Merkel Merz Messi Meuthen Meyer Michel Miller
    Mitchell Modi Möller Morales Morawiecki Moore Mourinho Mozart Mubarak Mueller Müller
    Murdoch Mussolini Naumann Nawalny Netanjahu Netanyahu Neubauer Neuer Neumann Nietzsche
    Nixon Nowitzki Obama Orban Orbán Otto Özdemir Özil Palmer Papst Pelosi Pence Peters Petry
    Pfeiffer Picasso Pichai Platzeck Platini Pohl Pompeo Pöttering Powell Putin Rajoy Ramelow
    Rau Reagan Reich Reinhardt Renzi Ribéry Richter Riefenstahl Riexinger Robben Robinson
    Romney Ronaldo Roosevelt Rösler Roth Röttgen Rubio Rutte Salvini Sanders Sarkozy Schäfer
    Scharping Schäuble Scheuer Schiller Schindler Schmid Schmidt Schmitt Schmitz Schneider
    Scholz Schreiber Schröder Schubert Schulte Schultz Schulz Schulze Schumacher Schumann
    Schuster Schwab Schwarz Schweiger Schwesig Seehofer Seidel Selenskyj Shakespeare Simon
    Snowden Söder Sommer Spahn Springer Stalin Starmer Stegner Stein Steinbach Steinbrück
    Steinmeier Stoiber Stoltenberg Storch Strache Strauß Strauss Ströbele Tauber Thatcher
    Thomas Thompson Thunberg Tillerson Timoschenko Trittin Trudeau Truman Trump Tusk Ulbricht
    Vogel Vogt Voigt Vucic Wagenknecht Wagner Walter Walz Warren Washington Watson Weber Wegner
    Weidel Weidmann Weil Weiß Weise Werner Westerwelle Wieler Wilson Winkler Winter Winterkorn
    Wissing Wolf Wolff Wowereit Wulff Young Zetsche Ziegler Zimmermann Zuckerberg Zverev
    Zwanziger Adams Barnes Brooks Burns Collins Daniels Edwards Evans Gonzalez Hayes Holmes
    Hopkins Hughes Jacobs Jenkins Martinez Matthews Myers Parsons Perkins Phillips Reynolds
    Rivers Roberts Rodriguez Rogers Simmons Stevens Taylor Watts Wells Williams Woods Behrens
    Martens Mertens Carstens Harms Rodrigues Gomes Hernandez Garcia Sanchez Perez Clark Hall
    Allen King Wright Scott Green Baker Nelson
    """.split()
)

# So well known that the bare name is enough, though a dictionary may have it.
FAMOUS_SURNAMES = frozenset(
    """
    Adenauer Altman Assad Baerbock Beckenbauer Beethoven Bezos Biden Bismarck Bolsonaro Brecht
    Bush Castro Chirac Churchill Clinton Darwin Draghi Drosten Einstein Eisenhower Erdogan
    Erdoğan Gauck Gauland Genscher Goebbels Goethe Gorbatschow Göring Guttenberg Gysi Habeck
    Hegel Himmler Hitler Hollande Honecker Juncker Kafka Kennedy Klinsmann Kretschmann Kubicki
    Lafontaine Laschet Lauterbach Lawrow Lenin Lindner Lincoln Lukaschenko Macron Maduro
    Medwedew Meloni Merkel Merz Messi Modi Mozart Mubarak Musk Mussolini Napoleon Nawalny
    Netanjahu Netanyahu Nietzsche Nixon Obama Orbán Orban Özdemir Pelosi Picasso Platini Pompeo
    Putin Reagan Roosevelt Ronaldo Rubio Sarkozy Schäuble Scholz Schwesig Seehofer Selenskyj
    Shakespeare Snowden Söder Spahn Stalin Starmer Steinbrück Steinmeier Stoiber Stoltenberg
    Thatcher Trudeau Trump Tusk Ulbricht Wagenknecht Weidel Westerwelle Wulff Zuckerberg
    Zelensky
    """.split()
)
