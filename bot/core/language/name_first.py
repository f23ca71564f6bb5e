"""First names and frequent family names, by which persons are recognised."""

from __future__ import annotations

FIRST_NAMES = frozenset(
    """
    Aaron Abby Abdallah Abdel Abdul Abdullah Abdulrahman Abebe Abel Abigail Abraham Achim Ada
    Adalbert Adam Adama Addison Adela Adele Adelheid Adnan Adolf Adrian Adriana Adriano Agnes
    Agnieszka Agostino Agustín Ahmad Ahmed Ahmet Aidan Aiko Aileen Aino Aisha Akio Akira Alain
    Alan Alana Alastair Albert Alberto Albrecht Aldo Alec Alejandro Aleksandar Aleksandra Alena
    Alessandro Alessia Alex Alexander Alexandra Alexandre Alexei Alexej Alexey Alexis Alfons
    Alfonso Alfred Alfredo Ali Alice Alicia Alina Alison Alistair Allan Allen Allison Alois
    Aloys Alvaro Álvaro Alwin Alyssa Amadou Amanda Amelia Amelie Amina Aminata Amir Amira Amit
    Amparo Amy Ana Ananya Anastasia Anatoli Anatolij Anders Andi Andre André Andrea Andreas
    Andrei Andrej Andrés Andrew Andrey Andrzej Andy Angela Angelika Angelina Angelo Angus Anika
    Anil Anita Anja Anjali Anke Ann Anna Annabel Annabelle Annalena Anne Annegret Anneliese
    Annemarie Annett Annette Annie Annika Anselm
    Ansgar Anthony Antje Antoine Anton Antonella Antonia
    Antonino Antonio António Antony Anwar Aras Arash Ariana Arianna Arif Aristide Arjun Armin
    Arnaud Arnd Arndt Arne Arno Arnold Arthur Artur
    Arturo Arvind Åsa Ashley Ashok Asif Astrid Athina
    Aubrey August Auguste Augusto Aung Aurelie Aurélie Ava Axel Aydan Aylin Ayman Ayşe Ayse Aziz
    Babacar Balthasar Barack Barbara Bärbel Barry Bart
    Bartosz Bashar Bassam Bastian Bastien Beata Beate Beatrice
    Beatrix Beatriz Becky Begoña Belén Bella Ben Benedikt Benito Benjamin Benno Benny Benoit Benoît
    Bernadette Bernard Bernardo Bernd Bernhard Bernice Bernie Bert Berta Berthold Bertold
    Bertolt Bertram Beth Betsy Bettina Betty Beverly Bianca Bilal Bill Billy Birger Birgit
    Birgitta Birte Bjarne Björn Blanca Blandine Bo Bob Bobby Bodo Bogdan Bonnie Boris Borislav
    Boubacar Boyan Brad Bradley Brandon Branko Brenda Brendan Bret Brett Brian Bridget Brigitta
    Brigitte Britney Britta Bruce Bruno Bryan Bryce Bülent Burak Burkhard Burkhart Caitlin Caleb
    Callum Calvin Camilla Camille Camilo Canan Candace Cansu Carina Carl Carla Carlo Carlos
    Carmela Carmen Carol Carola Carolin Carolina Caroline Carolyn Carrie Carsten Caspar
    Cassandra Catalina Catherine Cathy Cécile Cecilia Cedric Céline Cem Cengiz Chad Chantal
    Charles Charlie Charlotte Chelsea Cheryl Chester Chiara Chidi Chinedu Chloe Chris Christa
    Christel Christian Christiane Christina Christine Christof Christoph Christophe Christopher
    Chuck Cindy Ciro Claas Claire Clara Clarissa Claude Claudia Claudio Claus Clemens Clement
    Clifford Clint Clive Colin Connor Conny
    Conrad Constantin Constanze Consuelo Cora Cordula Corentin
    Corinna Cornelia Cornelius Craig Cristian Cristiano Cristina Curt Cynthia Cyril Dagmar Dale
    Dalia Damian Damien Dan Dana Danica Daniel Daniela Daniele Danielle Danny Daphne Dara Dario
    Darius Dariusz Darlene Darren Darryl Dave David
    Davide Dean Debbie Deborah Deepak Degenhard Deirdre
    Dejan Delphine Denis Denise Deniz Dennis Derek Derya Desmond Detlef Detlev Dexter Diana
    Diane Didier Diego Dieter Diethelm Dietmar Dietrich
    Dilek Dilma Dimitri Dimitris Dina Dirk Dmitri
    Dmitrij Dmitry Dolores Dominic Dominik Dominique Don Donald Donna Dora Doreen Dorian Doris
    Dorothea Dorothee Dorothy Dörte Doug Douglas Dragan Dragica Duncan Dušan Dustin Dwayne Dwight
    Dylan Earl Ebba Eberhard Ebru Eckart Eckhard Eckhart Ed Edda Eddie Edgar Edith Edmund Edna
    Edouard Édouard Eduard Eduardo Edward Edwin Eero Egils Egon Ehud Eileen Einar Eirik
    Ekaterina Ekkehard Ekrem Elaine Eleanor Elena Eleni
    Eleonore Elfriede Eli Elias Elif Elijah Elin
    Elisa Elisabeth Elisabetta Elise Elizabeth Elke Ella Ellen Ellie Elliot Elliott Elmar Elodie
    Élodie Eloise Elon Elsa Else Elsie Elvira Elvis Elżbieta Emanuel Emanuela Emil Emilia
    Emilija Emilio Emily Emine Emma Emmanuel Emmanuelle
    Emmett Emre Engelbert Engin Enno Enrico Enrique Enzo
    Erdal Erhard Eric Erica Erich Erik Erika Erin
    Erkan Ernest Ernesto Ernst Erwin Esme Esra Esteban
    Estelle Esther Ethan Etienne Étienne Ettore Eugen Eugene Eva Evan Eve Evelin Evelyn Ewa
    Ewald Ezra Fabian Fabienne Fabio Fabrice Fabrizio
    Fadi Falk Farah Farid Faruk Fatih Fatima Fátima
    Fatma Fatou Federico Felicitas Felicity Felipe Felix Femke Ferdinand Fernando Fidel Filip
    Filippo Finn Fiona Flavio Florence Florent Florentin Florian Folasade Folker Franca Frances
    Francesca Francesco Francine Francis Francisco Franco Francois François Françoise Frank
    Franka Frankie Franklin Frans Franz Franziska Frauke Fred Freddie Freddy Frederic Frederick
    Frederik Freja Freya Frida Frieda Frieder Friederike Friedhelm Friedrich Fritz Fuat Fynn Gabi
    Gabriel Gabriela Gabriele Gabriella Gaëlle Gaetano
    Gareth Garrett Garry Gary Gavin Gebhard Geert
    Geir Gemma Genevieve Geneviève Gennaro Geoffrey Georg George Georges Georgia Georgina
    Georgios Gerald Geraldine Gerard Gérard Gerd Gerda Gerhard Gerhart Gerlinde Gernot Gero Gert
    Gertrud Gesa Gesine Ghislaine Giacomo Giancarlo Gianluca Gianni Gideon Gilbert Gilles Gina
    Ginny Gino Giorgia Giorgio Giovanna Giovanni Gisela Gitanas Giulia Giuliano Giulio Giuseppe
    Glenn Gloria Gökhan Gonzalo Goran Gordon Gottfried Gotthold Götz Graciela Graham Graziella
    Greg Gregor Gregory Greta Grete Grigori Grzegorz Gudrun Guido Guillaume Guillermo Gülay
    Gülsen Gunda Gundula Gunilla Gunnar Gunter Günter Gunther Günther Gus Gustav Gustavo Guy Gwen
    Haakon Habib Hailey Hakan Håkon Halil Halima Halina Hamid Hamza Hanan Hanna Hannah Hanne
    Hannelore Hannes Hanno Hans Hansjörg Harald Harold
    Harriet Harro Harry Hartmut Haruki Harvey Hasan
    Hassan Hatice Hauke Hayden Heather Hector Héctor Hedwig Heide Heidemarie Heidi Heidrun Heike
    Heiko Heiner Heino Heinrich Heinz Helen Helena Helene Hélène Helga Helge Hella Hellmut
    Helmut Helmuth Hendrik Hennig Henning Henri Henrietta Henriette Henrik Henrike Henry Herbert
    Hermann Hermine Hernán Herta Hervé Hilary Hilda Hilde Hildegard Hillary Hilmar Hinrich Hiroki
    Hiroshi Holger Horst Hossein Howard Hubert Hubertus Hugh Hugo Hülya Humphrey Hussein Ian
    Ibrahim İbrahim Ida Idris Ifeoma Ignacio Ignatz Ignaz Igor Ikenna Ilaria Ilhan Ilja Ilka Ilona
    Ilse Ilya Imke Imogen Imran Ina Indira Ineke Ines Inés Inga Inge Ingeborg Ingo Ingolf Ingrid
    Íñigo Inka Irene Irina Iris Irma Irmgard Irmtraud Isaac Isabel Isabell Isabella Isabelle
    Isidro Ismail Isolde István Ivan Ivana Ivanka Ivano Ivo Iwan Jaap Jack Jackie Jacob
    Jacqueline Jacques Jadwiga Jaime Jair Jake Jakob Jakub Jamal James Jamie Jamila Jan Jana Jane
    Janet Janina Janine Janis Janna Jannik Jannis János Janosch Jared Jaroslav Jasmin Jasmine Jason
    Jasper Javier Jay Jayden Jean Jeanette Jeanne Jef Jeff Jeffrey Jelena Jenna Jennifer Jenny Jens
    Jensen Jeremy Jermaine Jeroen Jerome Jérôme Jerry Jerzy Jesper Jesse Jessica Jesús Jette
    Jewgeni Jill Jim Jimmy Jo Joachim Joan Joana Joanna Joanne Joaquín Jocelyn Jochen Jodie Joe
    Joel Joël Johan Johann Johanna Johannes John Johnny Jon Jonas Jonathan Joost Jordi Jördis
    Jörg Jorge Jorgen Joris Jörn Jose José Josef Josefine Joseph Josephine Josh Joshua Josiane
    Josip Jost Joy Joyce Jozef Juan Juana Judith Judy Jule Jules Julia Julian Juliane Julie
    Julien Juliet Juliette Julio Julius Juna Jürgen
    Jürn Jussi Justin Justine Justus Jutta Kai Kaisa
    Kaja Kamala Kamil Kara Karen Kari Karim Karin Karina Karl Karla Karlheinz Karol Karola Karolin
    Karolina Karoline Karsten Kaspar Kasper Katarina Katarzyna Kate Katharina Katherine Kathleen
    Kathrin Kathryn Kathy Katie Katja Katrin Kay Kayla Kazimierz Kazuo Keanu Kees Keir Keira
    Keith Kelly Kelsey Kemal Kemaleddin Ken Kendra Kenji Kenneth Kersti Kerstin Kevin Khaled
    Khalid Kieran Kim Kimberly Kiran Kirsten Kirstin
    Kiyoshi Klara Klaus Klemens Knut Koen Kofi Konrad
    Konstantin Konstanze Korbinian Kristen Kristian Kristin
    Kristina Krystyna Krzysztof Kuno Kurt Kwame Kyle
    Kyriakos Lacey Laila Lakshmi Lara Larisa Larissa Larry Lars Lasse Laszlo Laura Lauren
    Laurence Laurent Lawrence Layla Lea Léa Leah Lech
    Lee Leif Leila Lena Leni Lennard Lennart Leo Leon
    Léon Leonard Leonardo Leonhard Leonid Leonie Leopold Leroy Leslie Letizia Levin Lew Lewis
    Leyla Lia Liam Liane Lidia Lieselotte Lieve Lilli Lillian Lilly Lily Lina Linda Lindsay
    Lindsey Linnea Linus Lionel Lisa Lisbeth Liselotte Liv Livia Liz Liza Ljubica Logan Loïc
    Lois Lola Lorena Lorenz Lorenzo Lorraine Lothar Lotta Lotte Lottie Lou Louis Louisa Louise
    Luc Luca Lucas Lucia Lucía Luciano Lucie Lucille Lucinda Lucy Ludger Ludmila Ludwig Luigi
    Luis Luisa Luise Luiz Luka Lukas Luke Lutz Lydia Lyle Lynn Lyudmila Maarten Mabel Mackenzie
    Madeleine Madonna Mads Maeve Magda Magdalena Maggie Magnus Mahmoud Mahmud Maik Maike Maja
    Malala Malcolm Malin Malte Mamadou Mandy Manfred Manish Manoj Manon Manuel Manuela Marc
    Marcel Marcello Marcelo Marcia Marco Marcos Marcus Mareike Marek Maren Margaret Margarete
    Margarethe Margarita Margaux Margery Margit Margot Margret Margrethe Maria Mariam Marian
    Marianne Mariano Marie Marieke Mariella Marietta Marija Marijke Marika Marilyn Marina Marine
    Mario Marion Marisol Marit Marius Marjolein Marjorie Mark Marko Markus Marlene Marlies
    Marlon Marta Marten Martha Martin Martina Marvin Mary Maryam Masayoshi Massimo Mateo Mateusz
    Matheo Mathias Mathieu Mathilda Mathilde Matt
    Matteo Matthew Matthias Matthieu Matthis Maureen Maurice
    Mauricio Maurizio Mauro Max Maxim Maxime Maximilian Maximiliano Maxine Maya Małgorzata
    Mechthild Megan Mehdi Mehmet Meike Meinhard
    Meinolf Melania Melanie Mélanie Melinda Melissa Meral
    Mercedes Meredith Merle Meta Mette Mia Micha Michael Michaela Michail Michel Michela Michele
    Michèle Michelle Mick Miguel Mihai Mihail Mika Mike Mikhail Miki Mikkel Mikko Mila Milan
    Mildred Milena Miles Milica Millie Milo Milos Miloš Minna Mira Miranda Mirella Miriam Mirjam
    Mirko Miroslav Mitch Mitt Mohamed Mohammad Mohammed Moira Molly Mona Moni Monica Monika
    Monique Morgan Moritz Morris Moshe Mourad Moussa Muammar Muhammad Murat Muriel Mustafa Myra
    Myrtle Nadia Nadine Nadja Naftali Nancy Naoko Naomi Naoto Narendra Nasser Natalia Natalie
    Natalija Natalja Natascha Natasha Nathalie Nathan Nazan Nebojša Neele Neha Neil Nele Nelly
    Nelson Nenad Nermin Ngozi Nicholas Nick Nicki Nico Nicola Nicolas Nicolás Nicole Nicoletta
    Niels Nigel Nikhil Nikita Niklas Niko Nikol Nikola Nikolai Nikolaj Nikolas Nikolaus Nils
    Nina Nkosazana Noah Noam Noel Noémie Nora Norbert Noriko Norma Norman Nour Noura Nuri Núria
    Nurten Océane Octavia Oddvar Odette Odile Oksana Ola Olaf Olav Ole Oleg Oleh Oleksandr Olena
    Olga Oliver Olivia Olivier Olusegun Omar Omid Ondřej Onno Onur Orhan Orlando Ortwin Oscar Oskar
    Osman Oswald Othmar Otmar Ottilie Ottmar Otto Oumar Ousmane Owen Özlem Paavo Pablo Paloma
    Pamela Paola Paolo Pascal Pasquale Pat Patrice Patricia Patricio Patrick Patrik Patsy Paul
    Paula Pauline Paulo Pavel Pawel Paweł Pedro Peer Peggy Pekka Penelope Per Percy Pernille
    Petar Peter Petr Petra Petro Phil Philip Philipp Philippa Philippe Phillip Phoebe Phyllis
    Pia Piero Pierre Piers Pieter Pietro Piotr Pius Pjotr Pooja Pradeep Prakash Predrag
    Priscilla Priti Priya Quentin Quincy Rachel Radek Radosław Radovan Rafael Raffaele Rafik
    Ragnar Rahel Rahul Raimund Rainald Rainer Rajesh Rajiv
    Rakesh Ralf Ralph Ramon Ramón Ramona Randall Randy
    Ranga Rania Raoul Raphael Raphaël Rashid Rasmus Raul Raúl Ravi Ray Raymond Rebecca Rebekka
    Recep Regina Reginald Regine Regula Reimund Reiner
    Reinhard Reinhold Rekha Rémi Rémy Renata Renate
    Renato Rene René Renée Reto Rex Reza Rhonda Ricarda Ricardo Riccardo Richard Rick Ricky
    Ridvan Rieke Rima Rishi Rita Rob Robbie Robert Roberta Roberto Robin Rocco Rocío Rodney
    Rodolfo Rodrigo Roger Rohan Roland Rolf Romain Roman Romano Romy Ron Ronald Ronan Ronja
    Ronnie Ronny Rory Rosa Rosalie Rosalind Rosemarie Rosemary Rosi Rossella Roswitha Roxanne
    Roy Ruben Rubén Rudi Rüdiger Rudolf Rudolph Rudy
    Rumen Runa Rupert Ruprecht Russell Ruth Ruud Ryan
    Sabine Sabri Sabrina Sachin Sadie Sahra Said Salah Salim Salma Salman Salvador Salvatore Sam
    Samantha Samir Samira Samuel Sandeep Sandra Sandro Sanjay Sanna Santiago Sara Sarah Sascha
    Saskia Satya Sauli Scott Sean Sebastian Sebastien Sébastien Ségolène Selena Selim Selin
    Selma Sepp Serap Serdar Serena Serge Sergei Sergej Sergey Sergio Sergiy Seth Severin Sevgi
    Sevim Shane Shannon Sharon Shawn Sheila Sheldon Shelley Shinzo Shirin Shirley Shreya Sian
    Sibel Sibylle Sidney Siegbert Siegfried Sieglinde
    Siegmar Siegmund Sigismund Sigmar Sigmund Signe
    Sigrid Sigrun Silas Silja Silke Silvan Silvana Silvano Silvia Silvio Simon Simona Simone Sipho
    Sjoerd Slavica Slobodan Smilla Snežana Sofia Sofie Solène Solveig Sonia Sonja Sönke Sophia
    Sophie Soraya Sören Spencer Stanislav Stanislaw Stanisław Stanley Stefan Stefania Stefanie
    Stefano Steffen Steffi Stella Stephan Stéphane Stephanie Stéphanie Stephen Steve Steven
    Stine Stojan Stuart Sue Suleiman Süleyman Sundar Sunil Sunita Suresh Susan Susann Susanna
    Susanne Susi Suzanne Sven Svenja Svetlana Swantje Swen Swetlana Sybille Sylke Sylvain
    Sylvester Sylvia Sylvie Søren Tabea Tabitha Tadeusz Takashi Takeshi Tamara Tamsin Tania
    Tanja Tanya Tara Tarek Tariq Tasha Tatiana Tatjana Tayfun Tayyip Ted Tendai Terence Teresa
    Terje Terry Tessa Thabo Thaddäus Thandi Thea Themba Theo Théo Theodor Theodore Theresa
    Therese Thérèse Theresia Thibault Thierry Thies Thijs Thilo Thomas Thorben Thore Thorsten
    Tiffany Tilda Till Tilman Tilo Tim Timo Timothy Tina
    Tino Titus Tiziana Tjark Tobias Toby Todd Tom Tomas
    Tomás Tomasz Tomislav Tommaso Tommy Toni Tony Torben
    Torsten Tove Tracy Traude Traudl Traugott Travis Trevor
    Trine Tristan Trond Trude Trudy Tuomas Turid Tuva Tyler Tyrone Udo Ufuk Ugur Uhuru Ulf Uli
    Ulla Ulrich Ulrike Umberto Urs Ursel Ursula Uschi Uta Ute Utz Uwe Vaclav Václav Valdis
    Valentin Valentina Valentino Valeria Valerie Valérie
    Valéry Vanessa Vasyl Veikko Veit Vera Verena
    Veronica Veronika Véronique Vesna Vicente Vicky Victor Victoria Vijay Vikram Viktor Viktoria
    Viktorija Vincent Vincenzo Vinod Vinzenz Viola Virginia Virginie Vitali Vittoria Vittorio
    Vivian Vivien Vlad Vladimir Volkan Volker Volkmar Volodymyr Walburga Waldemar Walentina
    Walid Walter Walther Waltraud Wanda Warren Wassili Wayne Wenche Wendelin Wendell Wendy Wera
    Werner Wiebke Wigbert Wiktor Wilbur Wilfred
    Wilfried Wilhelm Wilhelmine Will Willem Willi William
    Willibald Willy Wilma Winfried Winifred Winston
    Witali Wladimir Wladislaw Wojciech Wolf Wolfgang
    Wolfram Wolodymyr Woody Wouter Wyatt Xaver Xavier Xenia Ximena Yann Yannick Yaroslav Yasemin
    Yasin Yasmin Ylva Yoko Yolanda Yoshi Youssef Yuki Yuko Yulia Yusuf Yves Yvette Yvonne Zach
    Zachary Zahra Zainab Zanele Zara Zbigniew Zdeněk Zeki Zeynep Ziad Zlatan Zoe Zoltán Zoran
    Zuzana
    """.split()
)

# Family names that dictionaries hold for other reasons, and those of the news.
SURNAMES = frozenset(
    """
    Abbott Adams Adenauer Ahmed Allen Altmaier Altman Amthor Andersen Andersson Andrews Arnold
    Assad Bach Bachmann Baerbock Baker Bakker Bannon Barnes Bartsch Bauer Baumann Baumgartner
    Beck Beckenbauer Becker Behrens Bender Berg Berger Bergmann Bernstein Bezos Bianchi Biden
    Bismarck Blair Blatter Bohlen Böhm Böhme Bolsonaro Bolton Bosbach Bouffier Bowie Brandt
    Braun Brecht Breuer Brinkhaus Brooks Brown Brüderle Buffett Burns Busch Bush Cameron
    Carstens Carter Castro Çelik Chirac Christie Chrupalla Churchill Clark Clarke Clinton
    Clooney Cohen Collins Conte Cook Cruz Daniels Darwin Davies Davis Demir Deripaska Dietrich
    Dobrindt Draghi Drosten Dubois Dupont Duterte Ebert Edwards Egger Einstein Eisenhower
    Ellison Engel Engels Erdogan Erdoğan Erhard Eriksen Esken Evans Faeser Farage Fauci Federer
    Ferguson Ferrari Fischer Fleischer Ford Frank Franke Friedman Friedrich Fuchs Gabriel Garcia
    García Gates Gauck Gauland Genscher Giuliani Goebbels Goethe Gomes Gonzalez González
    Gorbatschow Göring Graf Graham Grass Green Groß Gruber Günther Gupta Guttenberg Gysi Haas
    Habeck Hahn Hall Händel Hansen Harms Harris Harrison Hartmann Haseloff Hayes Hegel Heil
    Heine Heinrich Heise Hemingway Henry Herbst Hermann Hernandez Hernández Herrmann Herzog
    Hesse Heynckes Hildebrandt Hitler Hoeneß Hofer Hoffmann Hofmann Hofreiter Hollande Holmes
    Homburg Honecker Hopkins Horn Horváth Huber Hughes Huntelaar Hussain Ivanov Jackson Jacobs
    Jäger Jahn Jansen Janssen Jenkins Jensen Jobs Johansen Johansson Johnson Jones Juncker Jung
    Junker Kaiser Kant Karajan Karlsson Karrenbauer Kastner Kaya Keller Kennedy Kerber Kern Khan
    Kickl King Kipping Klein Klinsmann Klitschko Klopp Koch Kohl Köhler König Konrad Köppel
    Kowalski Kraft Kramer Krämer Kramp Kraus Krause Kretschmann Kretschmer Kröger Krüger Kubicki
    Kuhn Kühn Kühnert Kumar Kurz Lafontaine Lang Lange Larsen Laschet Lauterbach Lawrow Lefebvre
    Lehmann Lenin Leonhard Lewandowski Lewis Lienen Lincoln Lindner Lindqvist Lopez Lorenz Löw
    Ludwig Lukaschenko Luther Maas Macron Maduro Magath Maier Maizière Martens Martinez Martínez
    Marx Matthäus Matthews May Mayer Mayr McCain McConnell Medwedew Meier Meißner Melnyk Meloni
    Mercier Merkel Mertens Merz Messi Meuthen Meyer Michel Miller Mitchell Modi Möller Moore
    Morales Morawiecki Moreau Mourinho Mozart Mubarak Mueller Müller Murdoch Mussolini Myers
    Nagy Naumann Nawalny Nelson Netanjahu Netanyahu Neubauer Neuer Neumann Nguyen Nielsen
    Nietzsche Nilsson Nixon Novák Nowak Nowitzki Obama Olsen Orban Orbán Otto Özdemir Özil
    Öztürk Palmer Papadopoulos Papst Parsons Patel Pedersen Pelosi Pence Perez Pérez Perkins
    Peters Petersen Petrov Petry Pfeiffer Phillips Picasso Pichai Pichler Platini Platzeck Pohl
    Pompeo Popescu Pöttering Powell Putin Rajoy Ramelow Rau Reagan Reich Reinhardt Renzi
    Reynolds Ribéry Richter Riefenstahl Riexinger Rivers Robben Roberts Robinson Rodrigues
    Rodriguez Rodríguez Rogers Romano Romney Ronaldo Roosevelt Rösler Rossi Roth Röttgen Rubio
    Russo Rutte Şahin Salvini Sanchez Sánchez Sanders Santos Sarkozy Schäfer Scharping Schäuble
    Scheuer Schiller Schindler Schmid Schmidt Schmitt Schmitz Schneider Scholz Schreiber
    Schröder Schubert Schulte Schultz Schulz Schulze Schumacher Schumann Schuster Schwab Schwarz
    Schweiger Schwesig Scott Seehofer Seidel Selenskyj Shakespeare Sharma Silva Simmons Simon
    Smith Snowden Söder Sommer Spahn Springer Stalin Starmer Stegner Stein Steinbach Steinbrück
    Steiner Steinmeier Stevens Stoiber Stoltenberg Storch Strache Strauss Strauß Ströbele Suzuki
    Svensson Tanaka Tauber Taylor Thatcher Thomas Thompson Thunberg Tillerson Timoschenko
    Trittin Trudeau Truman Trump Tusk Ulbricht Virtanen Visser Vogel Vogt Voigt Vucic
    Wagenknecht Wagner Walter Walz Warren Washington Watanabe Watson Watts Weber Wegner Weidel
    Weidmann Weil Weise Weiß Wells Werner Westerwelle Wieler Williams Wilson Wimmer Winkler
    Winter Winterkorn Wissing Wolf Wolff Woods Wowereit Wright Wulff Yamamoto Young Yılmaz
    Zetsche Ziegler Zimmermann Zuckerberg Zverev Zwanziger
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
