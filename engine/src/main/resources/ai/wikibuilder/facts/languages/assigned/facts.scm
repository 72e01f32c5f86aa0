; What JavaScript of before ES modules assigns: methods of prototypes and objects, module.exports.
; TypeScript declares it; its queries do without, for each pattern takes its time at every start.

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
(assignment_expression
  left: (member_expression object: (identifier) @_exports property: (property_identifier) @import.alias)
  right: (call_expression
    function: (identifier) @_require
    arguments: (arguments . (string (string_fragment) @import.module)))
  (#any-of? @_exports "exports" "module") (#any-of? @_require "require"))
