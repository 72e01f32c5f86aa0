; Go. What the captures mean: see MatchCollector.

(package_clause (package_identifier) @namespace)

; Types
(type_spec name: (type_identifier) @name type: (struct_type (field_declaration_list) @body)) @symbol.struct
(type_spec name: (type_identifier) @name type: (interface_type "{" @body)) @symbol.interface
(type_spec name: (type_identifier) @name) @symbol.type_alias
(type_alias name: (type_identifier) @name) @symbol.type_alias
; A declaration of one thing, its word included
(type_declaration . [(type_spec) (type_alias)] @wrapped .) @wrapper
(const_declaration . (const_spec) @wrapped .) @wrapper
(var_declaration . (var_spec) @wrapped .) @wrapper

; Functions and members
(function_declaration name: (identifier) @name body: (block)? @body) @symbol.function
(method_declaration
  receiver: (parameter_list
    (parameter_declaration
      type: [
        (type_identifier) @owner
        (generic_type type: (type_identifier) @owner)
        (pointer_type (type_identifier) @owner)
        (pointer_type (generic_type type: (type_identifier) @owner))
        (parenthesized_type (pointer_type (type_identifier) @owner))
      ]))
  name: (field_identifier) @name
  body: (block)? @body) @symbol.method
(method_elem name: (field_identifier) @name) @symbol.method
(field_declaration name: (field_identifier) @name) @symbol.field

; Values of the package
((source_file (const_declaration (const_spec (identifier) @name) @symbol.constant))
  (#not-any-of? @name "_"))
(source_file
  (var_declaration
    (var_spec
      . name: (identifier) @name
      value: (expression_list
        . [(composite_literal body: (_) @body) (func_literal body: (_) @body)] .)) @symbol.variable))
(source_file
  (var_declaration
    (var_spec_list
      (var_spec
        . name: (identifier) @name
        value: (expression_list
          . [(composite_literal body: (_) @body) (func_literal body: (_) @body)] .))
      @symbol.variable)))
((source_file (var_declaration (var_spec name: (identifier) @name) @symbol.variable))
  (#not-any-of? @name "_"))
((source_file (var_declaration (var_spec_list (var_spec name: (identifier) @name) @symbol.variable)))
  (#not-any-of? @name "_"))

; Imports
(import_spec name: (_) @import.alias path: (_ (_) @import.path))
(import_spec !name path: (_ (_) @import.path))

; Embedded types
(field_declaration !name type: (type_identifier) @inherit)
(field_declaration !name type: (generic_type type: (type_identifier) @inherit))
(field_declaration
  !name type: (qualified_type package: (_) @qualifier name: (type_identifier) @inherit))
(field_declaration
  !name
  type: (generic_type
    type: (qualified_type package: (_) @qualifier name: (type_identifier) @inherit)))
(interface_type (type_elem . (type_identifier) @inherit .)
  (#not-any-of? @inherit "any" "comparable" "error"))
(interface_type (type_elem . (generic_type type: (type_identifier) @inherit) .))
(interface_type
  (type_elem . (qualified_type package: (_) @qualifier name: (type_identifier) @inherit) .))

; Calls
(call_expression function: (identifier) @call
  (#not-any-of? @call
    "append" "cap" "clear" "close" "complex" "copy" "delete" "imag" "len" "make" "max" "min" "new"
    "panic" "print" "println" "real" "recover" "bool" "byte" "complex128" "complex64" "error"
    "float32" "float64" "int" "int16" "int32" "int64" "int8" "rune" "string" "uint" "uint16"
    "uint32" "uint64" "uint8" "uintptr" "any"))
(call_expression
  function: (selector_expression operand: (_) @qualifier field: (field_identifier) @call))
(type_conversion_expression type: (generic_type type: (type_identifier) @call))
(type_conversion_expression
  type: (generic_type
    type: (qualified_type package: (_) @qualifier name: (type_identifier) @call)))

; Types in use
(type_parameter_declaration name: (identifier) @local)
(method_declaration
  receiver: (parameter_list
    (parameter_declaration
      type: [
        (generic_type type_arguments: (type_arguments (type_elem (type_identifier) @local)))
        (pointer_type
          (generic_type type_arguments: (type_arguments (type_elem (type_identifier) @local))))
      ])))
(qualified_type package: (_) @qualifier name: (type_identifier) @type)
((type_identifier) @type
  (#not-any-of? @type
    "any" "bool" "byte" "comparable" "complex128" "complex64" "error" "float32" "float64" "int"
    "int16" "int32" "int64" "int8" "rune" "string" "uint" "uint16" "uint32" "uint64" "uint8"
    "uintptr"))

; Orders to the compiler belong to what follows them; all else is said to readers
((comment) @prefix (#match? @prefix "^//(go:(embed|inline|link|no|norace|uintptr)|export |nolint)"))
((comment) @comment (#not-match? @comment "^//(go:|export |nolint|line |\\s*\\+build )"))
