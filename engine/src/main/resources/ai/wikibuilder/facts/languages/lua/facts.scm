; Lua. What the captures mean: see MatchCollector.

; A table that functions are hung on is a class
(chunk
  (local_variable_declaration
    (variable_list . (variable name: (identifier) @name) .)
    (expression_list . value: (table) @body .)) @symbol.class.if_owner)
(chunk
  (local_variable_declaration
    (variable_list . (variable name: (identifier) @name) .)
    (expression_list
      . value: (call arguments: (argument_list [(table) @body (expression_list (table) @body .)]))
      .)) @symbol.class.if_owner)
(chunk
  (local_variable_declaration
    (variable_list . (variable name: (identifier) @name) .)) @symbol.class.if_owner)
(chunk
  (variable_assignment
    (variable_list . (variable name: (identifier) @name) .)
    (expression_list . value: (table) @body .)) @symbol.class.if_owner)
(chunk
  (variable_assignment
    (variable_list . (variable name: (identifier) @name) .)
    (expression_list
      . value: (call arguments: (argument_list [(table) @body (expression_list (table) @body .)]))
      .)) @symbol.class.if_owner)
(chunk
  (variable_assignment
    (variable_list . (variable name: (identifier) @name) .)) @symbol.class.if_owner)

; Functions
(function_definition_statement
  name: (variable table: (_) @owner [field: (identifier) method: (identifier)] @name)
  body: (block)? @body) @symbol.method
(function_definition_statement name: (identifier) @name body: (block)? @body) @symbol.function
(local_function_definition_statement
  "local" @modifier name: (identifier) @name body: (block)? @body) @symbol.function
(local_variable_declaration
  "local" @modifier
  (variable_list . (variable name: (identifier) @name) .)
  (expression_list . value: (function_definition body: (block)? @body) .)) @symbol.function
(variable_assignment
  (variable_list . (variable name: (identifier) @name) .)
  (expression_list . value: (function_definition body: (block)? @body) .)) @symbol.function
(variable_assignment
  (variable_list . (variable table: (_) @owner field: (identifier) @name) .)
  (expression_list . value: (function_definition body: (block)? @body) .)
  (#match? @owner "^[\\w.]+$")) @symbol.method
(variable_assignment
  (variable_list . (variable table: (_) field: (identifier) @name) .)
  (expression_list . value: (function_definition body: (block)? @body) .)) @symbol.function
(field key: (identifier) @name value: (function_definition body: (block)? @body)) @symbol.function

; Fields of such classes
(chunk
  (local_variable_declaration
    (variable_list . (variable name: (identifier) @owner) .)
    (expression_list
      . value: (table (field_list (field key: (identifier) @name) @symbol.field.if_owner)))))
(chunk
  (local_variable_declaration
    (variable_list . (variable name: (identifier) @owner) .)
    (expression_list
      . value: (call
        arguments: (argument_list
          (table (field_list (field key: (identifier) @name) @symbol.field.if_owner)))))))
(chunk
  (variable_assignment
    (variable_list . (variable name: (identifier) @owner) .)
    (expression_list
      . value: (table (field_list (field key: (identifier) @name) @symbol.field.if_owner)))))
(chunk
  (variable_assignment
    (variable_list . (variable table: (_) @owner field: (identifier) @name) .)) @symbol.field
  (#not-any-of? @owner "package" "_G"))

; Values of the file
(chunk
  (local_variable_declaration (variable_list (variable name: (identifier) @name))) @symbol.constant
  (#match? @name "^[A-Z][A-Z0-9_]+$"))
(chunk
  (local_variable_declaration
    "local" @modifier (variable_list (variable name: (identifier) @name))) @symbol.variable
  (#not-any-of? @name "_"))
(chunk
  (variable_assignment (variable_list (variable name: (identifier) @name))) @symbol.constant
  (#match? @name "^[A-Z][A-Z0-9_]+$"))
(chunk
  (variable_assignment (variable_list (variable name: (identifier) @name))) @symbol.variable)
(chunk (return_statement (expression_list . (variable name: (identifier) @exported) .)))

; Imports
(local_variable_declaration
  (variable_list . (variable name: (identifier) @import.alias) .)
  (expression_list
    . value: (call
      function: (variable name: (identifier) @_require)
      arguments: (argument_list
        [(string) @import.module (expression_list . (string) @import.module .)]))
    .)
  (#any-of? @_require "require"))
(variable_assignment
  (variable_list . (variable name: (identifier) @import.alias) .)
  (expression_list
    . value: (call
      function: (variable name: (identifier) @_require)
      arguments: (argument_list
        [(string) @import.module (expression_list . (string) @import.module .)]))
    .)
  (#any-of? @_require "require"))
(local_variable_declaration
  (variable_list . (variable name: (identifier) @import.alias) .)
  (expression_list
    . value: (variable
      table: (call
        function: (variable name: (identifier) @_require)
        arguments: (argument_list
          [(string) @import.module (expression_list . (string) @import.module .)]))
      field: (identifier) @import.name)
    .)
  (#any-of? @_require "require"))
(call
  function: (variable name: (identifier) @_require)
  arguments: (argument_list
    [(string) @import.module (expression_list . (string) @import.module .)])
  (#any-of? @_require "require" "dofile" "loadfile"))

; Inheritance, as the usual class libraries write it
(chunk
  (local_variable_declaration
    (expression_list
      . value: (call
        function: (variable
          table: (variable name: (identifier) @inherit)
          method: (identifier) @_extend)))
    (#any-of? @_extend "extend" "derive" "subclass")))
(chunk
  (variable_assignment
    (expression_list
      . value: (call
        function: (variable
          table: (variable name: (identifier) @inherit)
          method: (identifier) @_extend)))
    (#any-of? @_extend "extend" "derive" "subclass")))
(chunk
  (local_variable_declaration
    (expression_list
      . value: (call
        function: (variable name: (identifier) @_setmetatable)
        arguments: (argument_list
          (expression_list
            (table
              (field_list
                (field key: (identifier) @_index value: (variable name: (identifier) @inherit))))))))
    (#any-of? @_setmetatable "setmetatable")
    (#any-of? @_index "__index")))

; Calls
(call function: (variable name: (identifier) @call)
  (#not-any-of? @call
    "assert" "collectgarbage" "dofile" "error" "getfenv" "getmetatable" "ipairs" "load" "loadfile"
    "loadstring" "next" "pairs" "pcall" "print" "rawequal" "rawget" "rawlen" "rawset" "require"
    "select" "setfenv" "setmetatable" "tonumber" "tostring" "type" "unpack" "xpcall" "_"))
(call
  function: (variable table: (_) @qualifier [field: (identifier) method: (identifier)] @call)
  (#not-any-of? @qualifier
    "string" "table" "math" "os" "io" "coroutine" "debug" "utf8" "bit" "bit32" "ffi" "package"))

(comment) @comment
