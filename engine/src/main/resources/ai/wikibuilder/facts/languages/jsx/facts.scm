; Components in use, where a grammar knows JSX. Lower-case elements belong to the browser.
((jsx_opening_element name: (identifier) @call) (#match? @call "^[A-Z]"))
((jsx_self_closing_element name: (identifier) @call) (#match? @call "^[A-Z]"))
(jsx_opening_element
  name: (member_expression object: (_) @qualifier property: (property_identifier) @call))
(jsx_self_closing_element
  name: (member_expression object: (_) @qualifier property: (property_identifier) @call))
