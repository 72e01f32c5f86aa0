; Python. What the captures mean: see MatchCollector.

; Types
(class_definition
  name: (identifier) @name
  superclasses: (argument_list [(identifier) @_base (attribute attribute: (identifier) @_base)])
  body: (_) @body
  (#any-of? @_base "Enum" "IntEnum" "StrEnum" "Flag" "IntFlag")) @symbol.enum
(class_definition name: (identifier) @name body: (_) @body) @symbol.class
(type_alias_statement . (type (identifier) @name)) @symbol.type_alias
(type_alias_statement . (type (generic_type . (identifier) @name))) @symbol.type_alias

; Functions; in a class they are methods
((function_definition name: (identifier) @name body: (_) @body) @symbol.constructor
  (#any-of? @name "__init__" "__new__" "__post_init__"))
(function_definition name: (identifier) @name body: (_) @body) @symbol.function
(decorated_definition definition: (_) @wrapped) @wrapper

; Values of modules and classes, and what a constructor gives the object. The patterns begin where the
; name stands: one that begins at the module or class would be carried along through all of it.
(assignment left: (identifier) @name right: (lambda body: (_) @body)) @symbol.function.if_first_outside
((assignment left: (identifier) @name) @symbol.constant.if_first_outside
  (#match? @name "^_*[A-Z][A-Z0-9_]*$"))
((assignment left: (identifier) @name) @symbol.variable.if_first_outside
  (#not-any-of? @name "__all__" "_"))
((assignment left: [(pattern_list (identifier) @name) (tuple_pattern (identifier) @name)])
  @symbol.variable.if_first_outside (#not-any-of? @name "_"))
((assignment left: (attribute object: (identifier) @_self attribute: (identifier) @name))
  @symbol.field.if_first_constructed (#any-of? @_self "self"))
(assignment right: (assignment) @wrapped) @wrapper
((assignment left: (pattern_list
    (attribute object: (identifier) @_self attribute: (identifier) @name)))
  @symbol.field.if_first_constructed (#any-of? @_self "self"))
(module (expression_statement
  (assignment
    left: (identifier) @_all
    right: [(list (string (string_content) @exported)) (tuple (string (string_content) @exported))]))
  (#any-of? @_all "__all__"))

; Imports
(import_statement name: (dotted_name) @import.module)
(import_statement
  name: (aliased_import name: (dotted_name) @import.module alias: (identifier) @import.alias))
(import_from_statement module_name: (_) @import.module name: (dotted_name) @import.name)
(import_from_statement
  module_name: (_) @import.module
  name: (aliased_import name: (dotted_name) @import.name alias: (identifier) @import.alias))
(import_from_statement module_name: (_) @import.module (wildcard_import) @import.all)
(future_import_statement name: (dotted_name) @import.name)

; Superclasses
(class_definition superclasses: (argument_list (identifier) @inherit))
(class_definition
  superclasses: (argument_list (attribute object: (_) @qualifier attribute: (identifier) @inherit)))
(class_definition superclasses: (argument_list (subscript value: (identifier) @inherit)))
(class_definition
  superclasses: (argument_list
    (subscript value: (attribute object: (_) @qualifier attribute: (identifier) @inherit))))

; Decorators
(decorator (identifier) @annotation)
(decorator (attribute object: (_) @qualifier attribute: (identifier) @annotation))
(decorator (call function: (identifier) @annotation))
(decorator (call function: (attribute object: (_) @qualifier attribute: (identifier) @annotation)))

; Calls
(call function: (identifier) @call)
(call function: (attribute object: (_) @qualifier attribute: (identifier) @call))

; Types in use
((type (identifier) @type)
  (#not-any-of? @type "int" "str" "float" "bool" "bytes" "object" "list" "dict" "set" "tuple"))
(type (attribute object: (_) @qualifier attribute: (identifier) @type))
((generic_type . (identifier) @type)
  (#not-any-of? @type "int" "str" "float" "bool" "bytes" "object" "list" "dict" "set" "tuple"))
(type (binary_operator [left: (identifier) @type right: (identifier) @type])
  (#not-any-of? @type "int" "str" "float" "bool" "bytes" "object" "list" "dict" "set" "tuple"))
(type (subscript value: (identifier) @type))
(except_clause (identifier) @type)
(except_clause (as_pattern . (identifier) @type))
(except_clause (tuple (identifier) @type))
(except_clause (as_pattern (tuple (identifier) @type)))

; Documentation
(class_definition body: (block . (expression_statement . (string) @docstring .)))
(function_definition body: (block . (expression_statement . (string) @docstring .)))
(comment) @comment
