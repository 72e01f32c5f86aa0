; Swift. What the captures mean: see MatchCollector.

; Members of extensions belong to the type that is extended
(class_declaration declaration_kind: "extension" name: (user_type) @owner body: (class_body
  (function_declaration name: (simple_identifier) @name) @symbol.method))
(class_declaration declaration_kind: "extension" name: (user_type) @owner body: (class_body
  (init_declaration name: "init" @name body: (_)? @body) @symbol.constructor))
(class_declaration declaration_kind: "extension" name: (user_type) @owner body: (class_body
  (property_declaration name: (pattern bound_identifier: (_) @name) computed_value: (_)? @body)
  @symbol.field))
(class_declaration declaration_kind: "extension" name: (user_type) @owner body: (class_body
  (class_declaration declaration_kind: "struct"
    name: (type_identifier) @name body: (_) @body) @symbol.struct))
(class_declaration declaration_kind: "extension" name: (user_type) @owner body: (class_body
  (class_declaration declaration_kind: "enum"
    name: (type_identifier) @name body: (_) @body) @symbol.enum))
(class_declaration declaration_kind: "extension" name: (user_type) @owner body: (class_body
  (class_declaration declaration_kind: "class"
    name: (type_identifier) @name body: (_) @body) @symbol.class))

; Types
(class_declaration declaration_kind: "struct" name: (type_identifier) @name body: (_) @body) @symbol.struct
(class_declaration declaration_kind: "enum" name: (type_identifier) @name body: (_) @body) @symbol.enum
(class_declaration name: (type_identifier) @name body: (_) @body) @symbol.class
(protocol_declaration name: (_) @name body: (_) @body) @symbol.interface
(typealias_declaration name: (type_identifier) @name) @symbol.type_alias
(associatedtype_declaration name: (type_identifier) @name) @symbol.type_alias
(enum_entry name: (simple_identifier) @name) @symbol.enum_member

; Functions; in a type they are methods
(function_declaration name: (simple_identifier) @name) @symbol.function
; Apart from the names: one pattern for both takes the library a minute to analyse.
(function_body) @body
(protocol_function_declaration name: (simple_identifier) @name) @symbol.method
(init_declaration name: "init" @name body: (_)? @body) @symbol.constructor
(deinit_declaration "deinit" @name body: (_) @body) @symbol.method
(subscript_declaration "subscript" @name (computed_property)? @body) @symbol.method

; Properties
(class_body (property_declaration
  (modifiers (property_modifier) @_static) (value_binding_pattern mutability: "let")
  name: (pattern bound_identifier: (_) @name)) @symbol.constant (#any-of? @_static "static"))
(class_body (property_declaration
  name: (pattern bound_identifier: (_) @name) computed_value: (_)? @body) @symbol.field)
(enum_class_body (property_declaration
  name: (pattern bound_identifier: (_) @name) computed_value: (_)? @body) @symbol.field)
(protocol_property_declaration name: (pattern bound_identifier: (_) @name)) @symbol.field
(source_file (property_declaration
  name: (pattern bound_identifier: (_) @name) computed_value: (_)? @body) @symbol.variable)

((visibility_modifier) @modifier.public (#any-of? @modifier.public "open" "public"))
((visibility_modifier) @modifier (#any-of? @modifier "private" "internal"))

(import_declaration (identifier) @import.module @import.all)

; Supertypes; in the head of an extension they are those of the type that is extended
(class_declaration declaration_kind: "extension" name: (user_type) @owner
  (inheritance_specifier inherits_from: (user_type (type_identifier) @inherit) @qualifier))
(inheritance_specifier inherits_from: (user_type (type_identifier) @inherit) @qualifier)

(attribute (user_type (type_identifier) @annotation) @qualifier)

; Calls
(call_expression . (simple_identifier) @call)
(call_expression . (navigation_expression
  target: (_) @qualifier suffix: (navigation_suffix suffix: (simple_identifier) @call)))
(constructor_expression constructed_type: (user_type (type_identifier) @call) @qualifier)

; Types in use
(type_parameter . (type_identifier) @local)
((user_type (type_identifier) @type) @qualifier
  (#not-any-of? @type
    "Int" "Int8" "Int16" "Int32" "Int64" "UInt" "UInt8" "UInt16" "UInt32" "UInt64" "Double" "Float"
    "Bool" "String" "Character" "Void" "Any" "AnyObject" "Self" "Never" "Array" "Dictionary" "Set"
    "Optional"))

(comment) @comment
(multiline_comment) @comment
