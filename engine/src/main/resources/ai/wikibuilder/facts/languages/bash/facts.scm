; Shell. What the captures mean: see MatchCollector.

(function_definition name: (word) @name body: (_) @body) @symbol.function

; Values: what is exported or read-only anywhere, and what the file itself sets
(declaration_command "readonly" (variable_assignment name: (variable_name) @name)) @symbol.constant.if_first
(declaration_command
  ["declare" "typeset"] (word) @_flags (variable_assignment name: (variable_name) @name)
  (#match? @_flags "^-[A-Za-z]*r")) @symbol.constant.if_first
(declaration_command "export" @modifier
  [(variable_assignment name: (variable_name) @name) (variable_name) @name]) @symbol.variable.if_first
(program (declaration_command ["declare" "typeset"]
  (variable_assignment name: (variable_name) @name)) @symbol.variable.if_first)
(program (variable_assignment name: (variable_name) @name) @symbol.variable.if_first)
(program (variable_assignments (variable_assignment name: (variable_name) @name) @symbol.variable.if_first))

; Files read in
(command
  name: (command_name) @_source
  . argument: (word) @import.module
  (#any-of? @_source "source" "."))
(command
  name: (command_name) @_source
  . argument: [(raw_string) (string . (string_content) .)] @import.module
  (#any-of? @_source "source" "."))
(command
  name: (command_name) @_source
  . argument: (string
    . [(simple_expansion) (expansion) (command_substitution)] @import.relative
    . (string_content) @import.module .)
  (#any-of? @_source "source" "."))
(command
  name: (command_name) @_source
  . argument: (concatenation
    . [(simple_expansion) (expansion) (command_substitution)] @import.relative
    . (word) @import.module .)
  (#any-of? @_source "source" "."))
(command
  name: (command_name) @_source
  . argument: (concatenation
    . (string . [(simple_expansion) (expansion) (command_substitution)] .) @import.relative
    . (word) @import.module .)
  (#any-of? @_source "source" "."))

; Calls; what the shell itself offers is left out
((command name: (command_name (word) @call))
  (#not-match? @call "^([.:]|\\[|alias|bg|bind|break|builtin|caller|cd|command|compgen|complete|continue|declare|dirs|disown|echo|enable|eval|exec|exit|export|false|fc|fg|getopts|hash|help|history|jobs|kill|let|local|logout|mapfile|popd|printf|pushd|pwd|read|readarray|readonly|return|set|shift|shopt|source|suspend|test|times|trap|true|type|typeset|ulimit|umask|unalias|unset|wait|[$/.~0-9-].*)$"))
(command
  name: (command_name) @_trap
  . argument: (word) @call
  (#any-of? @_trap "trap" "exec" "command" "sudo")
  (#match? @call "^[A-Za-z_]"))

((comment) @comment (#not-match? @comment "^#!"))
