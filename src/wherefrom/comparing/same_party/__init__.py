"""Which parties of several documents are one: by name only, and only where no other can be meant.

Each document's parties come from its reading. Here they are looked at as `portraits`, sorted by what they are
(`sorting`), and joined: `exact` names first, then `persons` and `bodies` by shorter forms of a name. Whoever has no name
("officials", "a source") is never joined: two outlets' unnamed sources may be one or two, and nobody can tell.
"""
