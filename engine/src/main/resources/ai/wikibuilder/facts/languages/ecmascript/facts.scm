; What JavaScript, TypeScript and TSX have in common. What the captures mean: see MatchCollector.

; Types
(class_declaration name: (_) @name body: (_) @body) @symbol.class
(lexical_declaration (variable_declarator name: (identifier) @name value: (class body: (_) @body))) @symbol.class
(export_statement "default" value: (class !name body: (_) @body)) @symbol.class
(assignment_expression right: (class name: (_) @name body: (_) @body)) @symbol.class
(return_statement (class name: (_) @name body: (_) @body)) @symbol.class

; Objects and functions that are given their methods one by one
(program [
  (lexical_declaration (variable_declarator name: (identifier) @name value: (_)? @body))
  (variable_declaration (variable_declarator name: (identifier) @name value: (_)? @body))
  ] @symbol.class.if_owner)
(program (function_declaration name: (identifier) @name body: (_) @body) @symbol.class.if_owner)
(assignment_expression
  left: (member_expression object: (identifier) @owner @modifier.public property: (property_identifier) @_prototype)
  right: (object [
    (pair
      key: (property_identifier) @name
      value: [(function_expression body: (_) @body) (generator_function body: (_) @body)]) @symbol.method
    (method_definition name: (property_identifier) @name body: (_) @body) @symbol.method
  ])
  (#any-of? @_prototype "prototype"))

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

; CommonJS
(expression_statement (assignment_expression
  left: (member_expression object: (identifier) @modifier.public property: (property_identifier) @name)
  right: [(function_expression body: (_) @body) (arrow_function body: (_) @body)])
  (#any-of? @modifier.public "exports")) @symbol.function
(expression_statement (assignment_expression
  left: (member_expression
    object: (member_expression object: (identifier) @modifier.public property: (property_identifier) @_exports)
    property: (property_identifier) @name)
  right: [(function_expression body: (_) @body) (arrow_function body: (_) @body)])
  (#any-of? @modifier.public "module") (#any-of? @_exports "exports")) @symbol.function
(expression_statement (assignment_expression
  left: (member_expression
    object: (member_expression object: (identifier) @owner @modifier.public property: (property_identifier) @_prototype)
    property: (property_identifier) @name)
  right: [
    (function_expression body: (_) @body)
    (generator_function body: (_) @body)
    (arrow_function body: (_) @body)])
  (#any-of? @_prototype "prototype")) @symbol.method
(call_expression
  function: (_) @_inherits
  arguments: (arguments . (identifier) @owner . (identifier) @inherit .)
  (#match? @_inherits "(^|\\.)inherits$"))
(expression_statement (assignment_expression
  left: (member_expression object: (identifier) @_module property: (property_identifier) @_exports)
  right: (function_expression name: (_) @name body: (_) @body))
  (#any-of? @_module "module") (#any-of? @_exports "exports")) @symbol.function
(program (expression_statement (assignment_expression
  left: (member_expression object: (identifier) @owner @modifier.public property: (property_identifier) @name)
  right: [
    (function_expression body: (_) @body)
    (generator_function body: (_) @body)
    (arrow_function body: (_) @body)])
  (#not-any-of? @owner "module" "exports") (#not-any-of? @name "exports" "prototype")) @symbol.method)
(expression_statement (assignment_expression
  left: (member_expression property: (property_identifier) @name)
  right: [(function_expression body: (_) @body) (generator_function body: (_) @body)])
  (#not-any-of? @name "exports")) @symbol.method
(program (expression_statement (assignment_expression
  left: (member_expression property: (property_identifier) @name)
  right: (arrow_function body: (_) @body))
  (#not-any-of? @name "exports")) @symbol.method)
(assignment_expression
  left: (member_expression object: (identifier) @_module property: (property_identifier) @exported.as)
  right: [
    (identifier) @exported @exported.name
    (class name: (_) @exported @exported.name)
    (function_expression name: (_) @exported @exported.name)]
  (#any-of? @_module "module") (#any-of? @exported.as "exports"))
(assignment_expression
  left: (member_expression object: (identifier) @_module property: (property_identifier) @_exports)
  right: (object [
    (shorthand_property_identifier) @exported
    (pair key: (property_identifier) @exported.as value: (identifier) @exported @exported.name)])
  (#any-of? @_module "module") (#any-of? @_exports "exports"))
(assignment_expression
  left: (member_expression object: (identifier) @_exports property: (property_identifier) @exported.as)
  right: (identifier) @exported @exported.name
  (#any-of? @_exports "exports"))
(assignment_expression
  left: (member_expression
    object: (member_expression object: (identifier) @_module property: (property_identifier) @_exports)
    property: (property_identifier) @exported.as)
  right: (identifier) @exported @exported.name
  (#any-of? @_module "module") (#any-of? @_exports "exports"))

(variable_declarator
  name: (identifier) @exported @exported.name
  value: (assignment_expression
    left: (member_expression object: (identifier) @_module property: (property_identifier) @exported.as))
  (#any-of? @_module "module") (#any-of? @exported.as "exports"))
(variable_declarator
  name: (identifier) @exported @exported.name
  value: (assignment_expression
    left: (identifier) @exported.as
    right: (assignment_expression left: (member_expression object: (identifier) @_module)))
  (#any-of? @_module "module") (#any-of? @exported.as "exports"))

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
  (import_clause (named_imports (import_specifier !alias name: (_) @import.name)))
  source: (string (string_fragment) @import.module))
(import_statement
  (import_clause (named_imports (import_specifier name: (_) @import.name alias: (_) @import.alias)))
  source: (string (string_fragment) @import.module))
(export_statement "*" @import.all source: (string (string_fragment) @import.module))
(export_statement
  (namespace_export (_) @import.alias) @import.all
  source: (string (string_fragment) @import.module))
(export_statement
  (export_clause (export_specifier !alias name: (_) @import.name))
  source: (string (string_fragment) @import.module))
(export_statement
  (export_clause (export_specifier name: (_) @import.name alias: (_) @import.alias))
  source: (string (string_fragment) @import.module))
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
  name: (object_pattern (shorthand_property_identifier_pattern) @import.name)
  value: (call_expression
    function: (identifier) @_require
    arguments: (arguments . (string (string_fragment) @import.module)))
  (#any-of? @_require "require"))
(variable_declarator
  name: (object_pattern
    (pair_pattern key: (property_identifier) @import.name value: (identifier) @import.alias))
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
(assignment_expression
  left: (member_expression object: (identifier) @_exports property: (property_identifier) @import.alias)
  right: (call_expression
    function: (identifier) @_require
    arguments: (arguments . (string (string_fragment) @import.module)))
  (#any-of? @_exports "exports" "module") (#any-of? @_require "require"))

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
