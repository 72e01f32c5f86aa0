; What only the JavaScript grammar names so; the rest is in ecmascript.
(class_heritage (identifier) @inherit)
(class_heritage (member_expression object: (_) @qualifier property: (property_identifier) @inherit))
(field_definition
  property: [(property_identifier) (private_property_identifier)] @name
  value: [(arrow_function body: (_) @body) (function_expression body: (_) @body)]) @symbol.method
(field_definition property: [(property_identifier) (private_property_identifier)] @name) @symbol.field
