; C#. What the captures mean: see MatchCollector.

(file_scoped_namespace_declaration name: (_) @namespace)
; where #if keeps the grammar from seeing the block
(ERROR "namespace" . [(qualified_name) (identifier)] @namespace)
(namespace_declaration name: (_) @namespace @name body: (_) @body) @symbol.namespace

; Types
(class_declaration name: (identifier) @name body: (_)? @body) @symbol.class
(interface_declaration name: (identifier) @name body: (_)? @body) @symbol.interface
(struct_declaration name: (identifier) @name body: (_)? @body) @symbol.struct
(record_declaration name: (identifier) @name body: (_)? @body) @symbol.record
(enum_declaration name: (identifier) @name body: (_) @body) @symbol.enum
(enum_member_declaration name: (identifier) @name) @symbol.enum_member
(delegate_declaration name: (identifier) @name) @symbol.type_alias

; Members
(method_declaration name: (identifier) @name body: (_)? @body) @symbol.method
(constructor_declaration name: (identifier) @name body: (_)? @body) @symbol.constructor
(destructor_declaration "~" @name name: (identifier) @name body: (_)? @body) @symbol.method
(operator_declaration "operator" @name operator: _ @name body: (_)? @body) @symbol.method
(conversion_operator_declaration "operator" @name type: (_) @name body: (_)? @body) @symbol.method
(indexer_declaration "this" @name accessors: (_) @body) @symbol.method
(indexer_declaration "this" @name value: (_) @body) @symbol.method
(local_function_statement name: (identifier) @name body: (_)? @body) @symbol.function
(property_declaration name: (identifier) @name accessors: (_) @body) @symbol.field
(property_declaration name: (identifier) @name value: (arrow_expression_clause) @body) @symbol.field
(event_declaration name: (identifier) @name accessors: (_) @body) @symbol.field
(event_field_declaration
  (variable_declaration (variable_declarator name: (identifier) @name))) @symbol.field
(field_declaration (modifier) @_constant
  (variable_declaration (variable_declarator name: (identifier) @name))
  (#any-of? @_constant "const")) @symbol.constant
(field_declaration (variable_declaration (variable_declarator name: (identifier) @name))) @symbol.field
(record_declaration (parameter_list
  (parameter type: (_) @modifier.public name: (identifier) @name) @symbol.field))

(modifier) @modifier

; Imports
(using_directive "using" @import.all !name [(identifier) (qualified_name)] @import.module)
(using_directive name: (identifier) @import.alias (qualified_name
  qualifier: (_) @import.module
  name: [(identifier) @import.name (generic_name . (identifier) @import.name)]))
(using_directive name: (identifier) @import.alias (identifier) @import.name .)

; Supertypes
(base_list [
  (identifier) @inherit
  (generic_name . (identifier) @inherit)
  (qualified_name qualifier: (_) @qualifier name: (identifier) @inherit)
  (qualified_name qualifier: (_) @qualifier name: (generic_name . (identifier) @inherit))])
(base_list (primary_constructor_base_type type: [
  (identifier) @inherit
  (generic_name . (identifier) @inherit)]))

; Attributes
(attribute name: [
  (identifier) @annotation
  (generic_name . (identifier) @annotation)
  (qualified_name qualifier: (_) @qualifier name: (identifier) @annotation)])

; Calls
(invocation_expression function: (identifier) @call (#not-any-of? @call "nameof"))
(invocation_expression function: (generic_name . (identifier) @call))
(invocation_expression function: (member_access_expression
  expression: (_) @qualifier
  name: [(identifier) @call (generic_name . (identifier) @call)]))
(invocation_expression function: (conditional_access_expression
  condition: (_) @qualifier
  (member_binding_expression name: [(identifier) @call (generic_name . (identifier) @call)])))
(object_creation_expression type: [
  (identifier) @call
  (generic_name . (identifier) @call)
  (qualified_name qualifier: (_) @qualifier name: (identifier) @call)
  (qualified_name qualifier: (_) @qualifier name: (generic_name . (identifier) @call))])

; Types in use
(type_parameter name: (identifier) @local)
(_ type: (qualified_name
  qualifier: (_) @qualifier
  name: [(identifier) @type (generic_name . (identifier) @type)]))
(_ returns: (qualified_name
  qualifier: (_) @qualifier
  name: [(identifier) @type (generic_name . (identifier) @type)]))
(_ type: (identifier) @type)
(_ returns: (identifier) @type)
(generic_name . (identifier) @type)
(type_argument_list (identifier) @type)
(as_expression right: (identifier) @type)
(is_expression right: (identifier) @type)
(type_parameter_constraint type: (identifier) @type)

(comment) @comment
