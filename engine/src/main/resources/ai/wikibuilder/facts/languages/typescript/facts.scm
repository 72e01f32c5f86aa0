; What TypeScript has and JavaScript has not. Captures: see MatchCollector.

; Types
(abstract_class_declaration name: (_) @name body: (_) @body) @symbol.class
(interface_declaration name: (_) @name body: (_) @body) @symbol.interface
(type_alias_declaration name: (_) @name) @symbol.type_alias
(enum_declaration name: (_) @name body: (_) @body) @symbol.enum
(enum_body name: (property_identifier) @name @symbol.enum_member)
(enum_body (enum_assignment name: (property_identifier) @name) @symbol.enum_member)
(internal_module name: (_) @name body: (_) @body) @symbol.namespace
(module name: (string (string_fragment) @name) body: (_) @body) @symbol.namespace

; Functions and members
(function_signature name: (identifier) @name) @symbol.function
(class_body (method_signature name: (_) @name) @symbol.method)
(abstract_method_signature name: (_) @name) @symbol.method
(interface_body (method_signature name: (property_identifier) @name) @symbol.method)
(interface_body (property_signature name: (property_identifier) @name) @symbol.field)
(public_field_definition
  name: [(property_identifier) (private_property_identifier)] @name
  value: [(arrow_function body: (_) @body) (function_expression body: (_) @body)]) @symbol.method
(public_field_definition
  name: [(property_identifier) (private_property_identifier)] @name) @symbol.field

(required_parameter (accessibility_modifier) pattern: (identifier) @name) @symbol.field
(required_parameter "readonly" pattern: (identifier) @name) @symbol.field
(optional_parameter (accessibility_modifier) pattern: (identifier) @name) @symbol.field
(optional_parameter "readonly" pattern: (identifier) @name) @symbol.field

(accessibility_modifier) @modifier
(public_field_definition ["static" "readonly"] @modifier)
(ambient_declaration (_) @wrapped) @wrapper

; Values that are declared
(ambient_declaration (lexical_declaration (variable_declarator name: (identifier) @name)) @symbol.constant)
(ambient_declaration (variable_declaration (variable_declarator name: (identifier) @name)) @symbol.variable)
(internal_module body: (statement_block [
  (export_statement declaration: (lexical_declaration "const"
    (variable_declarator name: (identifier) @name)) @symbol.constant)
  (export_statement declaration: (lexical_declaration
    (variable_declarator name: (identifier) @name)) @symbol.variable)
  (lexical_declaration (variable_declarator name: (identifier) @name)) @symbol.variable
]))

; Imports
(import_statement (import_require_clause
  (identifier) @import.alias source: (string (string_fragment) @import.module)))

; Supertypes
(class_heritage (extends_clause value: (identifier) @inherit))
(class_heritage (extends_clause
  value: (member_expression object: (_) @qualifier property: (property_identifier) @inherit)))
(implements_clause (type_identifier) @inherit)
(implements_clause (generic_type name: (type_identifier) @inherit))
(implements_clause (nested_type_identifier module: (_) @qualifier name: (_) @inherit))
(implements_clause (generic_type
  name: (nested_type_identifier module: (_) @qualifier name: (_) @inherit)))
(extends_type_clause type: (type_identifier) @inherit)
(extends_type_clause type: (generic_type name: (type_identifier) @inherit))
(extends_type_clause type: (nested_type_identifier module: (_) @qualifier name: (_) @inherit))
(extends_type_clause type: (generic_type
  name: (nested_type_identifier module: (_) @qualifier name: (_) @inherit)))

; Types in use
(type_parameter name: (type_identifier) @local)
(nested_type_identifier module: (_) @qualifier name: (type_identifier) @type)
(type_identifier) @type
