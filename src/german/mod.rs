//! What is known about German: lexicons, inflection, cues, titles, dates.
