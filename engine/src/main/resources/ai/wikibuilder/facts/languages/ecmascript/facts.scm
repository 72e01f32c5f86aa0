; What JavaScript, TypeScript and TSX have in common. What the captures mean: see MatchCollector.

; Types
(class_declaration name: (_) @name body: (_) @body) @symbol.class
(lexical_declaration (variable_declarator name: (identifier) @name value: (class body: (_) @body))) @symbol.class
(export_statement "default" value: (class !name body: (_) @body)) @symbol.class
(assignment_expression right: (class name: (_) @name body: (_) @body)) @symbol.class
(return_statement (class name: (_) @name body: (_) @body)) @symbol.class

; Functions
(function_declaration name: (identifier) @name body: (_) @body) @symbol.function
(generator_function_declaration name: (identifier) @name body: (_) @body) @symbol.function
(lexical_declaration (variable_declarator
  name: (identifier) @name
  value: [
    (arrow_function body: (_) @body)
    (function_expression body: (_) @body)
    (generator_function body: (_) @body)])) @symbol.function
(variable_declaration (variable_declarator
  name: (identifier) @name
  value: [
    (arrow_function body: (_) @body)
    (function_expression body: (_) @body)])) @symbol.function
(arguments (function_expression name: (identifier) @name body: (_) @body) @symbol.function)
(return_statement (function_expression name: (identifier) @name body: (_) @body) @symbol.function)
(export_statement "default" value: (arrow_function body: (_) @body)) @symbol.function
(export_statement "default" value: (function_expression !name body: (_) @body)) @symbol.function
(export_statement "default" value: (function_expression name: (_) @name body: (_) @body)) @symbol.function

; Members
(method_definition name: (property_identifier) @name body: (_) @body
  (#any-of? @name "constructor")) @symbol.constructor
(method_definition
  name: [(property_identifier) (private_property_identifier) (computed_property_name)] @name
  body: (_) @body) @symbol.method
(pair key: (property_identifier) @name
  value: [
    (arrow_function body: (_) @body)
    (function_expression body: (_) @body)
    (generator_function body: (_) @body)]) @symbol.method

; Other values of modules
(program (export_statement declaration: (lexical_declaration "const"
  (variable_declarator name: (identifier) @name)) @symbol.constant))
(program (lexical_declaration "const" (variable_declarator name: (identifier) @name)) @symbol.constant
  (#match? @name "^_*[A-Z][A-Z0-9_]*$"))
(program (export_statement declaration: (lexical_declaration
  (variable_declarator name: (identifier) @name)) @symbol.variable))
(program (export_statement declaration: (variable_declaration
  (variable_declarator name: (identifier) @name)) @symbol.variable))
(program (lexical_declaration (variable_declarator name: (identifier) @name)) @symbol.variable)
(program (variable_declaration (variable_declarator name: (identifier) @name)) @symbol.variable)
(program [
  (lexical_declaration (variable_declarator
    name: [
      (object_pattern (shorthand_property_identifier_pattern) @name)
      (object_pattern (pair_pattern value: (identifier) @name))
      (array_pattern (identifier) @name)]))
  (export_statement declaration: (lexical_declaration (variable_declarator
    name: [
      (object_pattern (shorthand_property_identifier_pattern) @name)
      (object_pattern (pair_pattern value: (identifier) @name))
      (array_pattern (identifier) @name)])))
  ] @symbol.variable)

; Exports
(export_statement declaration: (_) @wrapped) @wrapper
(export_statement "export" @modifier)
(export_statement !source (export_clause
  (export_specifier name: (identifier) @exported @exported.name alias: (_)? @exported.as)))
(export_statement "default" @exported.as value: (identifier) @exported @exported.name)
(export_statement "default" @exported.as declaration: [
  (class_declaration name: (_) @exported.name)
  (function_declaration name: (_) @exported.name)
  (generator_function_declaration name: (_) @exported.name)])

; Imports
(import_statement source: (string (string_fragment) @import.module))
(import_statement
  (import_clause (identifier) @import.default) source: (string (string_fragment) @import.module))
(import_statement
  (import_clause (namespace_import (identifier) @import.alias) @import.all)
  source: (string (string_fragment) @import.module))
(import_statement
  (import_clause (named_imports) @import.from) source: (string (string_fragment) @import.module))
(import_specifier !alias name: (_) @import.member)
(import_specifier name: (_) @import.member alias: (_) @import.alias)
(export_statement "*" @import.all source: (string (string_fragment) @import.module))
(export_statement
  (namespace_export (_) @import.alias) @import.all
  source: (string (string_fragment) @import.module))
(export_statement (export_clause) @import.from source: (string (string_fragment) @import.module))
(export_specifier !alias name: (_) @import.member)
(export_specifier name: (_) @import.member alias: (_) @import.alias)
(call_expression
  function: (identifier) @_require
  arguments: (arguments . (string (string_fragment) @import.module))
  (#any-of? @_require "require"))
(call_expression function: (import) arguments: (arguments . (string (string_fragment) @import.module)))
(variable_declarator
  name: (identifier) @import.alias
  value: (call_expression
    function: (identifier) @_require
    arguments: (arguments . (string (string_fragment) @import.module)))
  (#any-of? @_require "require"))
(variable_declarator
  name: (object_pattern (shorthand_property_identifier_pattern) @import.member))
(variable_declarator
  name: (object_pattern
    (pair_pattern key: (property_identifier) @import.member value: (identifier) @import.alias)))
(variable_declarator
  name: (object_pattern) @import.from
  value: (call_expression
    function: (identifier) @_require
    arguments: (arguments . (string (string_fragment) @import.module)))
  (#any-of? @_require "require"))
(variable_declarator
  name: (identifier) @import.alias
  value: (member_expression
    object: (call_expression
      function: (identifier) @_require
      arguments: (arguments . (string (string_fragment) @import.module)))
    property: (property_identifier) @import.name)
  (#any-of? @_require "require"))

; Decorators
(decorator) @prefix
(decorator (identifier) @annotation)
(decorator (member_expression object: (_) @qualifier property: (property_identifier) @annotation))
(decorator (call_expression function: (identifier) @annotation))
(decorator (call_expression
  function: (member_expression object: (_) @qualifier property: (property_identifier) @annotation)))

; Calls
((call_expression function: (identifier) @call) (#not-any-of? @call "require"))
(call_expression
  function: (member_expression
    object: (_) @qualifier property: [(property_identifier) (private_property_identifier)] @call))
(new_expression constructor: (identifier) @call)
(new_expression
  constructor: (member_expression object: (_) @qualifier property: (property_identifier) @call))

(comment) @comment
