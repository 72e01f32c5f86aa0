; What C++ has and C has not. What the captures mean: see MatchCollector.

; Types
(class_specifier name: (type_identifier) @name body: (_) @body) @symbol.class
(class_specifier name: (template_type name: (_) @name) body: (_) @body) @symbol.class
(class_specifier name: (qualified_identifier scope: (_) @owner name: (type_identifier) @name)
  body: (_) @body) @symbol.class
(struct_specifier name: (template_type name: (_) @name) body: (_) @body) @symbol.struct
(struct_specifier name: (qualified_identifier scope: (_) @owner name: (type_identifier) @name)
  body: (_) @body) @symbol.struct
(struct_specifier name: (qualified_identifier scope: (_) @owner
  name: (template_type name: (type_identifier) @name)) body: (_) @body) @symbol.struct
(alias_declaration name: (type_identifier) @name) @symbol.type_alias
(type_definition
  type: [(qualified_identifier) (template_type) (dependent_type) (decltype)]
  declarator: [
    (type_identifier) @name
    (pointer_declarator declarator: (type_identifier) @name)
    (reference_declarator (type_identifier) @name)]) @symbol.type_alias
(type_definition declarator: (reference_declarator (type_identifier) @name)) @symbol.type_alias
(concept_definition name: (identifier) @name) @symbol.trait
(namespace_definition name: (_) @name body: (_) @body) @symbol.namespace
(namespace_alias_definition name: (namespace_identifier) @name) @symbol.type_alias

; Operators and destructors
(function_definition
  declarator: [
    (function_declarator declarator: [(operator_name) (destructor_name)] @name)
    (pointer_declarator declarator: (function_declarator declarator: (operator_name) @name))
    (reference_declarator (function_declarator declarator: (operator_name) @name))]
  body: (_)? @body) @symbol.method
(declaration
  declarator: [
    (function_declarator declarator: [(operator_name) (destructor_name)] @name)
    (pointer_declarator declarator: (function_declarator declarator: (operator_name) @name))
    (reference_declarator (function_declarator declarator: (operator_name) @name))
    (operator_cast "operator" @name type: (_) @name)]) @symbol.method.if_outside
(field_declaration
  declarator: [
    (function_declarator declarator: (operator_name) @name)
    (pointer_declarator declarator: (function_declarator declarator: (operator_name) @name))
    (reference_declarator (function_declarator declarator: (operator_name) @name))]) @symbol.method
(function_definition declarator: (operator_cast "operator" @name type: (_) @name)
  body: (_)? @body) @symbol.method

; Functions
(function_definition
  declarator: [
    (function_declarator declarator: [(identifier) (field_identifier)] @name)
    (function_declarator declarator: (template_function name: (identifier) @name))
    (reference_declarator (function_declarator
      declarator: [(identifier) (field_identifier)] @name))
    (pointer_declarator declarator: (function_declarator
      declarator: [(identifier) (field_identifier)] @name))
    (pointer_declarator declarator: (pointer_declarator
      declarator: (function_declarator declarator: [(identifier) (field_identifier)] @name)))]
  body: (_)? @body) @symbol.function
(declaration
  declarator: [
    (function_declarator declarator: (template_function name: (identifier) @name))
    (reference_declarator (function_declarator declarator: (identifier) @name))]) @symbol.function.if_outside
(field_declaration
  declarator: [
    (function_declarator declarator: (field_identifier) @name)
    (reference_declarator (function_declarator declarator: (field_identifier) @name))
    (pointer_declarator declarator: (function_declarator declarator: (field_identifier) @name))
    (pointer_declarator declarator: (pointer_declarator
      declarator: (function_declarator declarator: (field_identifier) @name)))]) @symbol.method

; Members that stand outside of their type: A::f, A::B::f, with what they return before them
(function_definition
  declarator: [
    (function_declarator declarator: (qualified_identifier scope: (_) @owner
      name: [(identifier) (operator_name) (destructor_name)] @name))
    (function_declarator declarator: (qualified_identifier scope: (_) @owner
      name: (qualified_identifier scope: (_) @owner
        name: [(identifier) (operator_name) (destructor_name)] @name)))
    (function_declarator declarator: (qualified_identifier scope: (_) @owner
      name: (qualified_identifier scope: (_) @owner name: (qualified_identifier scope: (_) @owner
        name: [(identifier) (operator_name) (destructor_name)] @name))))
    (_ (function_declarator declarator: (qualified_identifier scope: (_) @owner
      name: [(identifier) (operator_name) (destructor_name)] @name)))
    (_ (function_declarator declarator: (qualified_identifier scope: (_) @owner
      name: (qualified_identifier scope: (_) @owner
        name: [(identifier) (operator_name) (destructor_name)] @name))))
    (function_declarator declarator: (qualified_identifier scope: (_) @owner
      name: (template_function name: (identifier) @name)))
    (qualified_identifier scope: (_) @owner
      name: (operator_cast "operator" @name type: (_) @name))]
  body: (_)? @body) @symbol.method
(declaration
  declarator: [
    (function_declarator declarator: (qualified_identifier scope: (_) @owner
      name: [(identifier) (operator_name) (destructor_name)] @name))
    (_ (function_declarator declarator: (qualified_identifier scope: (_) @owner
      name: [(identifier) (operator_name) (destructor_name)] @name)))]) @symbol.method.if_outside
(declaration declarator: [
  (qualified_identifier scope: (_) @owner name: (identifier) @name)
  (qualified_identifier scope: (_) @owner name: (qualified_identifier scope: (_) @owner
    name: (identifier) @name))
  (array_declarator declarator: (qualified_identifier scope: (_) @owner name: (identifier) @name))
  (pointer_declarator declarator: (qualified_identifier scope: (_) @owner
    name: (identifier) @name))]) @symbol.field.if_outside
(declaration declarator: (init_declarator
  declarator: [
    (qualified_identifier scope: (_) @owner name: (identifier) @name)
    (qualified_identifier scope: (_) @owner name: (qualified_identifier scope: (_) @owner
      name: (identifier) @name))
    (array_declarator declarator: (qualified_identifier scope: (_) @owner name: (identifier) @name))
    (pointer_declarator declarator: (qualified_identifier scope: (_) @owner
      name: (identifier) @name))]
  value: (_) @body)) @symbol.field.if_outside

; Values that cannot change
(declaration (type_qualifier) @_constant
  declarator: [
    (init_declarator declarator: (identifier) @name value: (_))
    (init_declarator declarator: (array_declarator declarator: (identifier) @name) value: (_))
    (init_declarator declarator: (array_declarator
      declarator: (array_declarator declarator: (identifier) @name)) value: (_))]
  (#any-of? @_constant "const" "constexpr" "constinit")) @symbol.constant.if_outside
(field_declaration (type_qualifier) @_constant
  declarator: [
    (field_identifier) @name
    (array_declarator declarator: (field_identifier) @name)]
  default_value: (_)
  (#any-of? @_constant "const" "constexpr")) @symbol.constant

; References as members and variables
(field_declaration declarator: (reference_declarator (field_identifier) @name)) @symbol.field
(declaration declarator: [
  (reference_declarator (identifier) @name)
  (init_declarator declarator: (reference_declarator (identifier) @name))]) @symbol.variable.if_outside

(template_declaration (_) @wrapped .) @wrapper
(friend_declaration (_) @wrapped .) @wrapper
(field_declaration_list (access_specifier) @section)
(field_declaration (storage_class_specifier) @modifier)

; A namespace without a name hides what it holds.
(namespace_definition !name body: (declaration_list [
  (function_definition type: (_) @modifier.private)
  (declaration type: (_) @modifier.private)
  (class_specifier "class" @modifier.private)
  (struct_specifier "struct" @modifier.private)
  (enum_specifier "enum" @modifier.private)
  (alias_declaration "using" @modifier.private)
  (template_declaration "template" @modifier.private)]))

; Imports
(using_declaration "namespace" @import.all [(identifier) (qualified_identifier)] @import.module)
((using_declaration
  (qualified_identifier scope: (_) @import.module name: [
    (identifier) @import.name
    (qualified_identifier scope: (_) @import.module name: [
      (identifier) @import.name
      (qualified_identifier scope: (_) @import.module name: (identifier) @import.name)])])) @_using
  (#not-match? @_using "^using\\s+namespace"))

; Supertypes
(base_class_clause (type_identifier) @inherit)
(base_class_clause (template_type name: (type_identifier) @inherit))
(base_class_clause (qualified_identifier scope: (_) @qualifier name: [
  (type_identifier) @inherit
  (template_type name: (type_identifier) @inherit)]))
(base_class_clause (qualified_identifier scope: (_) @qualifier
  name: (qualified_identifier scope: (_) @qualifier name: [
    (type_identifier) @inherit
    (template_type name: (type_identifier) @inherit)])))

; Calls
(call_expression function: (template_function name: (identifier) @call)
  (#not-any-of? @call "static_cast" "dynamic_cast" "const_cast" "reinterpret_cast"))
(call_expression function: (field_expression
  argument: (_) @qualifier field: (template_method name: (field_identifier) @call)))
(call_expression function: (field_expression
  argument: (_) @qualifier field: (dependent_name (template_method name: (field_identifier) @call))))
(call_expression function: (qualified_identifier scope: (_) @qualifier name: [
  (identifier) @call
  (template_function name: (identifier) @call)]))
(call_expression function: (qualified_identifier !scope name: [
  (identifier) @call
  (template_function name: (identifier) @call)]))
(call_expression function: (qualified_identifier scope: (_) @qualifier
  name: (qualified_identifier scope: (_) @qualifier name: [
    (identifier) @call
    (template_function name: (identifier) @call)])))
(call_expression function: (qualified_identifier scope: (_) @qualifier
  name: (qualified_identifier scope: (_) @qualifier
    name: (qualified_identifier scope: (_) @qualifier name: [
      (identifier) @call
      (template_function name: (identifier) @call)]))))
(new_expression type: (type_identifier) @call)
(new_expression type: (template_type name: (type_identifier) @call))
(new_expression type: (qualified_identifier scope: (_) @qualifier name: (type_identifier) @call))
(new_expression type: (qualified_identifier
  scope: (_) @qualifier name: (template_type name: (type_identifier) @call)))
(compound_literal_expression type: (type_identifier) @call)
(compound_literal_expression type: (template_type name: (type_identifier) @call))
(compound_literal_expression type: (qualified_identifier
  scope: (_) @qualifier name: (type_identifier) @call))
(field_initializer (template_method name: (field_identifier) @call))

; Types in use
(type_parameter_declaration (type_identifier) @local)
(variadic_type_parameter_declaration (type_identifier) @local)
(optional_type_parameter_declaration name: (type_identifier) @local)
(qualified_identifier scope: (_) @qualifier name: [
  (type_identifier) @type
  (template_type name: (type_identifier) @type)])
(qualified_identifier scope: (_) @qualifier
  name: (qualified_identifier scope: (_) @qualifier name: [
    (type_identifier) @type
    (template_type name: (type_identifier) @type)]))
