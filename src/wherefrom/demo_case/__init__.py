"""Seven reports on one story, which `wherefrom demo` reads; outlets, people, places and events are all invented.

A ferry inspector is said to have left the country of Marenna with the inspection log:

- 01, Saleth Courier: where it begins, on the word of two officials and a person who saw the log, none of them named.
- 02, Harbour Wire: an agency that cites 01 and keeps its hedges, with an analyst of its own.
- 03, Daily Lantern: cites 01, drops the hedges and the officials, and turns 43 ferries into 34.
- 04, Brannock Herald: 02 word for word, under another headline.
- 05, North Shore Radio (Markdown): a named witness and a receipt of its own; another day and another way to leave.
- 06, Marenna Gazette (HTML): a named spokesman denies it.
- 07, Strait Review: compares them, denials included, with a named and two unnamed sources of its own.
"""
