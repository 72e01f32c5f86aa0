; Kotlin. What the captures mean: see MatchCollector. This grammar has no fields: places tell.

; What the grammar cannot read: functional interfaces, delegation to a name before a body, a
; primary constructor or an accessor on a line of its own, long binary numbers, a receiver type
; with dots, assignments to what a call returned.
;reads-as  : \b(fun)\s+interface\b
;reads-as  : (?:\)|\bobject|\bclass\s+\w+(?:<[^<>{]*>)?)\s*:(?:(?!\bva[lr]\b)[^{}=]){0,400}?\b(by\s+[\w.]+(?:\([^(){}]*\))?)(?=\s*\{)
;reads-as  : \bclass\s+\w+(?:<[^<>{}]*>)?(\s*\n\s*(?:@[\w.:]+(?:\([^()]*\))?\s+|(?:internal|private|protected|public)\s+)*constructor)\s*\(
;reads-as 11: \b(0[bB])[01_]
;reads-as  : :\s*(?:suspend\s+)?((?:\w+\.)+)(?=\w+\.\()
;reads-as +: [)\]!]\s*\??\.(?:\w+\??\.)*\w+\s*([-+*/%]?=)(?!=)\s
;reads-as  : \bva[lr]\b[^\n]*(\n\s*)(?=(?:(?:private|protected|internal|inline)\s+)*(?:get\(\)\s*[={:]|set\(\w+\)\s*[={]))

(package_header (identifier) @namespace)

; Types
(class_declaration "interface" (type_identifier) @name (class_body)? @body) @symbol.interface
(class_declaration "enum" (type_identifier) @name (enum_class_body)? @body) @symbol.enum
(class_declaration (modifiers (class_modifier "annotation")) (type_identifier) @name) @symbol.annotation
(class_declaration
  (modifiers (class_modifier "data")) (type_identifier) @name (class_body)? @body) @symbol.record
(class_declaration (type_identifier) @name (class_body)? @body) @symbol.class
(object_declaration (type_identifier) @name (class_body)? @body) @symbol.class
(companion_object (type_identifier) @name (class_body)? @body) @symbol.class
(type_alias (type_identifier) @name) @symbol.type_alias
(enum_entry (simple_identifier) @name) @symbol.enum_member

; Functions; in a class they are methods
(function_declaration
  [(user_type) @owner (nullable_type (user_type) @owner)]
  . (simple_identifier) @name (function_body)? @body) @symbol.function
(function_declaration (simple_identifier) @name (function_body)? @body) @symbol.function
(secondary_constructor "constructor" @name "{"? @body) @symbol.constructor

; Properties
(class_parameter (binding_pattern_kind) . (simple_identifier) @name) @symbol.field
(property_declaration
  (modifiers (property_modifier)) (variable_declaration . (simple_identifier) @name)) @symbol.constant
(property_declaration
  [(user_type) @owner (nullable_type (user_type) @owner)]
  . (variable_declaration . (simple_identifier) @name) (getter)? @body) @symbol.variable
(source_file (property_declaration
  (variable_declaration . (simple_identifier) @name) (getter)? @body) @symbol.variable)
(source_file (property_declaration
  (multi_variable_declaration (variable_declaration . (simple_identifier) @name))) @symbol.variable)
(class_body (property_declaration
  (variable_declaration . (simple_identifier) @name) (getter)? @body) @symbol.variable)
(enum_class_body (property_declaration
  (variable_declaration . (simple_identifier) @name) (getter)? @body) @symbol.variable)

(visibility_modifier) @modifier
(source_file (prefix_expression . (annotation)) @prefix)

; Imports
(import_header (identifier (simple_identifier) @import.name .) @import.module .)
(import_header (identifier (simple_identifier) @import.name .) @import.module
  (import_alias (type_identifier) @import.alias))
(import_header (identifier) @import.module (wildcard_import) @import.all)

; Supertypes; those of an object without a name are types in use
(class_declaration (delegation_specifier [
  (user_type (type_identifier) @inherit) @qualifier
  (constructor_invocation (user_type (type_identifier) @inherit) @qualifier)
  (explicit_delegation . (user_type (type_identifier) @inherit) @qualifier)]))
(object_declaration (delegation_specifier [
  (user_type (type_identifier) @inherit) @qualifier
  (constructor_invocation (user_type (type_identifier) @inherit) @qualifier)
  (explicit_delegation . (user_type (type_identifier) @inherit) @qualifier)]))

; Annotations
(annotation [
  (user_type (type_identifier) @annotation) @qualifier
  (constructor_invocation (user_type (type_identifier) @annotation) @qualifier)])
(file_annotation [
  (user_type (type_identifier) @annotation) @qualifier
  (constructor_invocation (user_type (type_identifier) @annotation) @qualifier)])

; Calls
(call_expression . (simple_identifier) @call)
(call_expression . (navigation_expression
  . (_) @qualifier (navigation_suffix (simple_identifier) @call)))
(callable_reference (type_identifier) @qualifier (simple_identifier) @call)
(callable_reference . (simple_identifier) @call)
((infix_expression (simple_identifier) . (simple_identifier) @call . (_))
  (#not-any-of? @call
    "to" "and" "or" "xor" "shl" "shr" "ushr" "until" "downTo" "step" "zip"))

; Types in use
(type_parameter (type_identifier) @local)
(callable_reference (type_identifier) @type)
((user_type (type_identifier) @type) @qualifier
  (#not-any-of? @type
    "Int" "Long" "Short" "Byte" "UInt" "ULong" "Double" "Float" "Boolean" "Char" "String" "Unit"
    "Any" "Nothing" "Array" "ByteArray" "IntArray" "List" "MutableList" "Map" "MutableMap" "Set"
    "MutableSet" "Collection" "Iterable" "Pair"))
(line_comment) @comment
(multiline_comment) @comment
