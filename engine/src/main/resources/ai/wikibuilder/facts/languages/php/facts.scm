; PHP. What the captures mean: see MatchCollector.

(namespace_definition name: (namespace_name) @namespace)
(namespace_definition
  name: (namespace_name) @name body: (compound_statement) @body) @symbol.namespace

; Types
(class_declaration name: (name) @name body: (_) @body) @symbol.class
(interface_declaration name: (name) @name body: (_) @body) @symbol.interface
(trait_declaration name: (name) @name body: (_) @body) @symbol.trait
(enum_declaration name: (name) @name body: (_) @body) @symbol.enum
(enum_case name: (name) @name) @symbol.enum_member

; Functions and members
(function_definition name: (name) @name body: (_) @body) @symbol.function
(method_declaration name: (name) @name body: (compound_statement)? @body
  (#any-of? @name "__construct")) @symbol.constructor
(method_declaration name: (name) @name body: (compound_statement)? @body) @symbol.method
(property_declaration (property_element (variable_name (name) @name))) @symbol.field
(property_promotion_parameter name: (variable_name (name) @name)) @symbol.field
(const_declaration (const_element . (name) @name)) @symbol.constant
(expression_statement (function_call_expression
  function: [(name) @_define (qualified_name (name) @_define)]
  arguments: (arguments . (argument [
    (string (string_content) @name) (encapsed_string (string_content) @name)])))
  (#any-of? @_define "define")) @symbol.constant

; Variables of files
(program (expression_statement (assignment_expression
  left: (variable_name (name) @name))) @symbol.variable.if_first)

[(visibility_modifier) (static_modifier) (final_modifier) (readonly_modifier)] @modifier

; Imports
(namespace_use_declaration (namespace_use_clause . (name) @import.name .))
(namespace_use_declaration
  (namespace_use_clause . (name) @import.name alias: (name) @import.alias))
(namespace_use_declaration
  (namespace_use_clause
    (qualified_name (namespace_name)? @import.module (name) @import.name)
    alias: (name)? @import.alias))
(namespace_use_declaration
  (namespace_name) @import.module
  body: (namespace_use_group
    (namespace_use_clause . (name) @import.name alias: (name)? @import.alias)))
(namespace_use_declaration
  (namespace_name) @import.prefix
  body: (namespace_use_group
    (namespace_use_clause
      (qualified_name (namespace_name) @import.module (name) @import.name)
      alias: (name)? @import.alias)))
[
  (include_expression (string (string_content) @import.module))
  (include_once_expression (string (string_content) @import.module))
  (require_expression (string (string_content) @import.module))
  (require_once_expression (string (string_content) @import.module))
  (include_expression (parenthesized_expression (string (string_content) @import.module)))
  (include_once_expression (parenthesized_expression (string (string_content) @import.module)))
  (require_expression (parenthesized_expression (string (string_content) @import.module)))
  (require_once_expression (parenthesized_expression (string (string_content) @import.module)))
]
([
  (include_expression (binary_expression
    left: (name) @import.relative right: (string (string_content) @import.module)))
  (include_once_expression (binary_expression
    left: (name) @import.relative right: (string (string_content) @import.module)))
  (require_expression (binary_expression
    left: (name) @import.relative right: (string (string_content) @import.module)))
  (require_once_expression (binary_expression
    left: (name) @import.relative right: (string (string_content) @import.module)))
] (#any-of? @import.relative "__DIR__"))

; Supertypes and traits in use
(base_clause (name) @inherit)
(base_clause (qualified_name (namespace_name)? @qualifier (name) @inherit))
(class_interface_clause (name) @inherit)
(class_interface_clause (qualified_name (namespace_name)? @qualifier (name) @inherit))
(use_declaration (name) @inherit)
(use_declaration (qualified_name (namespace_name)? @qualifier (name) @inherit))

; Attributes
(attribute (name) @annotation)
(attribute (qualified_name (namespace_name)? @qualifier (name) @annotation))

; Calls
; A name behind a lone backslash is one of PHP itself, not of the namespace around it.
((function_call_expression function: (name) @call)
  (#not-any-of? @call "define" "isset" "empty" "unset"))
((function_call_expression function: (qualified_name (namespace_name) @qualifier (name) @call))
  (#not-any-of? @call "define"))
(member_call_expression object: (_) @qualifier name: (name) @call)
(nullsafe_member_call_expression object: (_) @qualifier name: (name) @call)
(scoped_call_expression scope: (_) @qualifier name: (name) @call)
((object_creation_expression (name) @call) (#not-any-of? @call "self" "static" "parent"))
(object_creation_expression (qualified_name (namespace_name) @qualifier (name) @call))

; Types in use
((named_type (name) @type) (#not-any-of? @type "self" "static" "parent"))
(named_type (qualified_name (namespace_name) @qualifier (name) @type))
(binary_expression "instanceof" right: (name) @type)
(binary_expression "instanceof" right: (qualified_name (namespace_name) @qualifier (name) @type))
((class_constant_access_expression . (name) @type) (#not-any-of? @type "self" "static" "parent"))
(class_constant_access_expression . (qualified_name (namespace_name)? @qualifier (name) @type))
((scoped_property_access_expression scope: (name) @type)
  (#not-any-of? @type "self" "static" "parent"))

(comment) @comment
