"""From an article to what it says: sentences, names, speech, figures, dates, claims."""
