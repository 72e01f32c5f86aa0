; What C and C++ have in common. What the captures mean: see MatchCollector.

; Types
(type_definition
  type: (struct_specifier !name body: (_) @body)
  declarator: (type_identifier) @name) @symbol.struct
(type_definition
  type: (union_specifier !name body: (_) @body)
  declarator: (type_identifier) @name) @symbol.struct
(type_definition
  type: (enum_specifier !name body: (_) @body)
  declarator: (type_identifier) @name) @symbol.enum
(struct_specifier name: (type_identifier) @name body: (_) @body) @symbol.struct
(union_specifier name: (type_identifier) @name body: (_) @body) @symbol.struct
(enum_specifier name: (type_identifier) @name body: (_) @body) @symbol.enum
(enumerator name: (identifier) @name) @symbol.enum_member

; The name after the type's body alone is the alias: it is no parent of the type's members. One that
; repeats the name of a struct, union or enum of this file says nothing new.
(type_definition type: (_ body: (_)) declarator: (type_identifier) @name @symbol.type_alias.if_new)
(type_definition type: (_ body: (_)) declarator: (pointer_declarator
  declarator: (type_identifier) @name) @symbol.type_alias.if_new)
(type_definition declarator: [
  (type_identifier) @name
  (pointer_declarator declarator: (type_identifier) @name)
  (pointer_declarator declarator: (pointer_declarator declarator: (type_identifier) @name))
  (array_declarator declarator: (type_identifier) @name)
  (function_declarator declarator: (type_identifier) @name)
  (function_declarator declarator: (parenthesized_declarator (type_identifier) @name))
  (function_declarator declarator: (parenthesized_declarator
    (pointer_declarator declarator: (type_identifier) @name)))
  (pointer_declarator declarator: (function_declarator declarator: (parenthesized_declarator
    (pointer_declarator declarator: (type_identifier) @name))))]) @symbol.type_alias.if_new
(type_definition type: [(primitive_type) (sized_type_specifier) (type_identifier)] declarator: [
  (type_identifier) @name
  (pointer_declarator declarator: (type_identifier) @name)
  (array_declarator declarator: (type_identifier) @name)
  (function_declarator declarator: (parenthesized_declarator
    (pointer_declarator declarator: (type_identifier) @name)))]) @symbol.type_alias
(type_definition "typedef" @prefix)

; Functions. The name stands below what the function returns: one more level for every star.
(function_definition
  declarator: [
    (function_declarator declarator: (identifier) @name)
    (pointer_declarator declarator: (function_declarator declarator: (identifier) @name))
    (pointer_declarator declarator: (pointer_declarator
      declarator: (function_declarator declarator: (identifier) @name)))
    (pointer_declarator declarator: (pointer_declarator declarator: (pointer_declarator
      declarator: (function_declarator declarator: (identifier) @name))))
    (function_declarator declarator: (parenthesized_declarator (pointer_declarator
      declarator: (function_declarator declarator: (identifier) @name))))
    (function_declarator declarator: (parenthesized_declarator (identifier) @name))
    (pointer_declarator declarator: (function_declarator
      declarator: (parenthesized_declarator (identifier) @name)))]
  body: (_) @body) @symbol.function
(declaration
  declarator: [
    (function_declarator declarator: (identifier) @name)
    (pointer_declarator declarator: (function_declarator declarator: (identifier) @name))
    (pointer_declarator declarator: (pointer_declarator
      declarator: (function_declarator declarator: (identifier) @name)))
    (function_declarator declarator: (parenthesized_declarator (pointer_declarator
      declarator: (function_declarator declarator: (identifier) @name))))
    (function_declarator declarator: (parenthesized_declarator (identifier) @name))
    (pointer_declarator declarator: (function_declarator
      declarator: (parenthesized_declarator (identifier) @name)))]) @symbol.function.if_outside

; Members
(field_declaration declarator: [
  (field_identifier) @name
  (pointer_declarator declarator: (field_identifier) @name)
  (pointer_declarator declarator: (pointer_declarator declarator: (field_identifier) @name))
  (pointer_declarator declarator: (array_declarator declarator: (field_identifier) @name))
  (array_declarator declarator: (field_identifier) @name)
  (array_declarator declarator: (array_declarator declarator: (field_identifier) @name))
  (array_declarator declarator: (parenthesized_declarator
    (pointer_declarator declarator: (field_identifier) @name)))
  (function_declarator declarator: (parenthesized_declarator
    (pointer_declarator declarator: (field_identifier) @name)))
  (pointer_declarator declarator: (function_declarator declarator: (parenthesized_declarator
    (pointer_declarator declarator: (field_identifier) @name))))
  (function_declarator declarator: (parenthesized_declarator (array_declarator
    declarator: (pointer_declarator declarator: (field_identifier) @name))))
  ]) @symbol.field

; Variables
(declaration declarator: [
  (identifier) @name
  (pointer_declarator declarator: (identifier) @name)
  (pointer_declarator declarator: (pointer_declarator declarator: (identifier) @name))
  (array_declarator declarator: (identifier) @name)
  (array_declarator declarator: (array_declarator declarator: (identifier) @name))
  (pointer_declarator declarator: (array_declarator declarator: (identifier) @name))
  (function_declarator declarator: (parenthesized_declarator
    (pointer_declarator declarator: (identifier) @name)))
  (pointer_declarator declarator: (function_declarator declarator: (parenthesized_declarator
    (pointer_declarator declarator: (identifier) @name))))
  ]) @symbol.variable.if_outside
(declaration declarator: (init_declarator
  declarator: [
    (identifier) @name
    (pointer_declarator declarator: (identifier) @name)
    (pointer_declarator declarator: (pointer_declarator declarator: (identifier) @name))
    (array_declarator declarator: (identifier) @name)
    (array_declarator declarator: (array_declarator declarator: (identifier) @name))
    (pointer_declarator declarator: (array_declarator declarator: (identifier) @name))
    (function_declarator declarator: (parenthesized_declarator
      (pointer_declarator declarator: (identifier) @name)))
    (function_declarator declarator: (parenthesized_declarator (array_declarator
      declarator: (pointer_declarator declarator: (identifier) @name))))]
  value: (_) @body)) @symbol.variable.if_outside

; Macros. One without a value that guards a header is nothing to know about.
(preproc_def name: (identifier) @name value: (_)) @symbol.constant
(preproc_def name: (identifier) @name !value
  (#not-match? @name "_(H|HH|HPP|HXX|INCLUDED)_*$")) @symbol.constant
(preproc_function_def name: (identifier) @name value: (_)? @body) @symbol.function

(function_definition (storage_class_specifier) @modifier)
(declaration (storage_class_specifier) @modifier)
(linkage_specification body: (function_definition) @wrapped) @wrapper
(linkage_specification body: (declaration) @wrapped) @wrapper

; Imports
(preproc_include path: (string_literal (string_content) @import.module))
(preproc_include path: (system_lib_string) @import.module)

; Calls
(call_expression function: (identifier) @call)
(call_expression function: (field_expression argument: (_) @qualifier field: (field_identifier) @call))
(call_expression function: (parenthesized_expression (pointer_expression
  argument: (field_expression argument: (_) @qualifier field: (field_identifier) @call))))
; A table of functions calls them by and by.
(initializer_pair value: (identifier) @call (#match? @call "[a-z]"))
(initializer_list (identifier) @call (#match? @call "[a-z]"))

; Types in use
(type_identifier) @type

(comment) @comment
