; Scala. What the captures mean: see MatchCollector.

(package_clause name: (_) @namespace)
(compilation_unit (package_clause !body) . (package_clause !body name: (_) @namespace.next))

; Types
(class_definition "case" name: (_) @name body: (_)? @body) @symbol.record
(class_definition name: (_) @name body: (_)? @body) @symbol.class
(object_definition name: (_) @name body: (_)? @body) @symbol.class
(package_object name: (_) @name body: (_) @body) @symbol.class
(trait_definition name: (_) @name body: (_)? @body) @symbol.trait
(enum_definition name: (_) @name body: (_) @body) @symbol.enum
(simple_enum_case name: (_) @name) @symbol.enum_member
(full_enum_case name: (_) @name) @symbol.enum_member
(type_definition name: (_) @name) @symbol.type_alias

; Functions; in a type they are methods
(extension_definition
  parameters: (parameters (parameter type: [(type_identifier) @owner (generic_type type: (_) @owner)]))
  body: (function_definition name: (_) @name body: (_) @body) @symbol.function)
(function_definition name: (identifier) @name body: (_) @body
  (#any-of? @name "this")) @symbol.constructor
(function_definition name: (_) @name body: (_) @body) @symbol.function
(function_declaration name: (_) @name) @symbol.function

; Values
(class_definition "case" class_parameters: (class_parameters
  (class_parameter name: (_) @name) @symbol.field))
(class_parameter ["val" "var"] name: (_) @name) @symbol.field
(template_body (val_definition pattern: (identifier) @name) @symbol.variable)
(template_body (val_definition pattern: (_ (identifier) @name)) @symbol.variable)
(template_body (var_definition pattern: (identifier) @name) @symbol.variable)
(template_body (val_declaration name: (_) @name) @symbol.variable)
(template_body (var_declaration name: (_) @name) @symbol.variable)
(compilation_unit (val_definition pattern: (identifier) @name) @symbol.variable)
(compilation_unit (var_definition pattern: (identifier) @name) @symbol.variable)
(given_definition name: (_) @name body: (_)? @body) @symbol.variable

(access_modifier ["private" "protected"] @modifier)

; Imports
(import_declaration . (identifier) @import.module (identifier) @import.name .)
(import_declaration . path: (identifier) @import.module (namespace_wildcard) @import.all .)
(import_declaration . path: (identifier) @import.module
  (namespace_selectors (identifier) @import.name))
(import_declaration . path: (identifier) @import.module
  (namespace_selectors (_ name: (identifier) @import.name alias: (identifier) @import.alias)))
(import_declaration . path: (identifier) @import.module
  (namespace_selectors (namespace_wildcard) @import.all))

; Supertypes
(extends_clause [
  (type_identifier) @inherit
  (generic_type type: (type_identifier) @inherit)
  (stable_type_identifier (type_identifier) @inherit) @qualifier
  (generic_type type: (stable_type_identifier (type_identifier) @inherit) @qualifier)])

(annotation name: (type_identifier) @annotation)

; Calls
(call_expression function: (identifier) @call)
(call_expression function: (field_expression value: (_) @qualifier field: (identifier) @call))
(generic_function function: (identifier) @call)
(generic_function function: (field_expression value: (_) @qualifier field: (identifier) @call))
(instance_expression [
  (type_identifier) @call
  (generic_type type: (type_identifier) @call)
  (stable_type_identifier (type_identifier) @call) @qualifier])
((infix_expression operator: (identifier) @call) (#not-any-of? @call "with" "eq" "ne"))

; Types in use
(type_parameters name: (identifier) @local)
(stable_type_identifier (type_identifier) @type) @qualifier
((type_identifier) @type
  (#not-any-of? @type
    "Int" "Long" "Short" "Byte" "Double" "Float" "Boolean" "Char" "String" "Unit" "Any" "AnyRef"
    "AnyVal" "Nothing" "Null" "Option" "List" "Seq" "Map" "Set" "Array" "Vector" "Iterator"))

(comment) @comment
(block_comment) @comment
