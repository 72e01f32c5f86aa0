; Ruby. What the captures mean: see MatchCollector.

; Modules and classes
(module name: (constant) @name body: (_)? @body) @symbol.namespace
(module name: (scope_resolution scope: (_) @owner name: (constant) @name) body: (_)? @body) @symbol.namespace
(class name: (constant) @name superclass: (_)? body: (_)? @body) @symbol.class
(class name: (scope_resolution scope: (_) @owner name: (constant) @name) body: (_)? @body) @symbol.class
(assignment
  left: (constant) @name
  right: (call receiver: (constant) @_builder method: (identifier) @_new block: (_)? @body)
  (#any-of? @_builder "Struct" "Class" "Data") (#any-of? @_new "new" "define")) @symbol.class
(assignment
  left: (constant) @name
  right: (call receiver: (constant) @_builder method: (identifier) @_new block: (_)? @body)
  (#any-of? @_builder "Module") (#any-of? @_new "new")) @symbol.namespace

; Methods
(method name: (identifier) @name body: (_)? @body (#any-of? @name "initialize")) @symbol.constructor
(program (method name: (_) @name body: (_)? @body) @symbol.function)
(method name: (_) @name body: (_)? @body) @symbol.method
(singleton_method object: (constant) @owner name: (_) @name body: (_)? @body) @symbol.method
(singleton_method name: (_) @name body: (_)? @body) @symbol.method
(alias name: (_) @name) @symbol.method
(call
  method: (identifier) @_word
  arguments: (argument_list . [(simple_symbol) @name (string (string_content) @name)])
  block: (_)? @body
  (#any-of? @_word "define_method" "define_singleton_method" "alias_method")) @symbol.method

; Fields, constants, globals
(call
  method: (identifier) @_word
  arguments: (argument_list [(simple_symbol) @name (string (string_content) @name)])
  (#match? @_word "^(c|m)?attr(ibute)?_(accessor|reader|writer)$")) @symbol.field
(assignment left: (constant) @name) @symbol.constant
(assignment left: (scope_resolution scope: (_) @owner name: (constant) @name)) @symbol.constant
(assignment left: (left_assignment_list (constant) @name)) @symbol.constant
(operator_assignment left: (constant) @name) @symbol.constant.if_first
(program (assignment left: (global_variable) @name) @symbol.variable.if_first)

; Who may call
(body_statement (identifier) @section (#any-of? @section "private" "protected" "public"))
(singleton_class ["class" "end"] @section)
(singleton_method "def" @modifier.public)
(class "class" @modifier.public)
(assignment left: (constant) @modifier.public)
(call
  method: (identifier) @modifier
  arguments: (argument_list . [(method) (call)] @wrapped .)
  (#any-of? @modifier "private" "protected" "public")) @wrapper
(call
  method: (identifier) @_word
  arguments: (argument_list . (singleton_method name: (_) @modifier.private) @wrapped .)
  (#any-of? @_word "private_class_method")) @wrapper
(call
  method: (identifier) @_word
  arguments: (argument_list . (method) @wrapped .)
  (#any-of? @_word "memoize" "module_function" "public_class_method" "ruby2_keywords")) @wrapper

; Imports
(call
  !receiver
  method: (identifier) @_require
  arguments: (argument_list . (string (string_content) @import.module) .)
  (#any-of? @_require "require" "load"))
(call
  !receiver
  method: (identifier) @import.relative
  arguments: (argument_list . (string (string_content) @import.module) .)
  (#any-of? @import.relative "require_relative"))
(call
  method: (identifier) @_autoload
  arguments: (argument_list . (simple_symbol) @import.name . (string (string_content) @import.module))
  (#any-of? @_autoload "autoload"))

; Superclasses and modules mixed in
(superclass (constant) @inherit)
(superclass (scope_resolution scope: (_) @qualifier name: (constant) @inherit))
(superclass (call receiver: (constant) @inherit))
(call
  !receiver
  method: (identifier) @_mix
  arguments: (argument_list (constant) @inherit)
  (#any-of? @_mix "include" "extend" "prepend"))
(call
  !receiver
  method: (identifier) @_mix
  arguments: (argument_list (scope_resolution scope: (_) @qualifier name: (constant) @inherit))
  (#any-of? @_mix "include" "extend" "prepend"))
(assignment
  right: (call
    receiver: (constant) @_builder
    arguments: (argument_list . (constant) @inherit))
  (#any-of? @_builder "Class"))
(assignment
  right: (call
    receiver: (constant) @_builder
    arguments: (argument_list . (scope_resolution scope: (_) @qualifier name: (constant) @inherit)))
  (#any-of? @_builder "Class"))

; Calls; a new object is a call of its class, and a word that is no variable is a call
(call
  receiver: (constant) @call
  method: (identifier) @_new
  (#any-of? @_new "new") (#not-any-of? @call "Struct" "Class" "Module"))
(call
  receiver: (scope_resolution scope: (_) @qualifier name: (constant) @call)
  method: (identifier) @_new
  (#any-of? @_new "new"))
(call receiver: (_) @qualifier method: [(identifier) (constant)] @call
  (#not-any-of? @call "new"))
((identifier) @word
  (#not-match? @word "^(new|require(_relative)?|load|autoload|include|extend|prepend|private|protected|public|private_class_method|private_constant|module_function|(c|m)?attr(ibute)?_(accessor|reader|writer)|define_method|define_singleton_method|alias_method|raise|puts|p|print|loop|lambda|proc|catch|throw|block_given[?]|format|sprintf|freeze|binding|_.*)$"))
(call
  !receiver
  method: (identifier) @call
  arguments: (_)
  (#not-match? @call "^(new|require(_relative)?|load|autoload|include|extend|prepend|private|protected|public|private_class_method|private_constant|module_function|(c|m)?attr(ibute)?_(accessor|reader|writer)|define_method|define_singleton_method|alias_method|raise|puts|p|print|loop|lambda|proc|catch|throw|block_given[?]|format|sprintf|freeze|binding|_.*)$"))
(assignment left: (identifier) @local)
(operator_assignment left: (identifier) @local)
(left_assignment_list (identifier) @local)
(destructured_left_assignment (identifier) @local)
(rest_assignment (identifier) @local)
(method_parameters (identifier) @local)
(lambda_parameters (identifier) @local)
(block_parameters (identifier) @local)
(destructured_parameter (identifier) @local)
(optional_parameter name: (identifier) @local)
(keyword_parameter name: (identifier) @local)
(splat_parameter name: (identifier) @local)
(hash_splat_parameter name: (identifier) @local)
(block_parameter name: (identifier) @local)
(exception_variable (identifier) @local)
(for pattern: (identifier) @local)
(block_parameters locals: (identifier) @local)

; Constants in use: nearly always a class or module
(scope_resolution scope: (_) @qualifier name: (constant) @type)
(constant) @type

((comment) @comment (#not-match? @comment "^#(!|.*(coding:|frozen_string_literal:|-[*]-))"))
