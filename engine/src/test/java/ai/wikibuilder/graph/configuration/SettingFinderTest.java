package ai.wikibuilder.graph.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import ai.wikibuilder.facts.FileFacts;
import ai.wikibuilder.graph.tokens.CodeFile;
import ai.wikibuilder.source.SourceText;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SettingFinderTest {
  private static List<Setting> find(String language, String path, String text) {
    FileFacts facts = FileFacts.none(language, FileFacts.Outcome.TEXT);
    SettingFinder finder = new SettingFinder();
    finder.add(CodeFile.of(path, SourceText.of(text), facts));
    return finder.settings();
  }

  private static List<String> said(String language, String path, String text) {
    return find(language, path, text).stream()
        .map(one ->
            "%s %s %s=%s:%d"
                .formatted(one.kind(), one.use(), one.name(), one.value().orElse("?"), one.line()))
        .toList();
  }

  @Test
  void everyLanguageReadsTheEnvironmentInItsOwnWay() {
    assertThat(said("java", "A.java", "String a = System.getenv(\"A_B\");"))
        .containsExactly("ENVIRONMENT READ A_B=?:1");
    assertThat(
            said(
                "python",
                "a.py",
                """
                x = os.environ['A_B']
                y = os.getenv('C_D', 'e')
                z = os.environ.get("F_G") or 'h'
                os.environ['SET'] = '1'
                """))
        .containsExactly(
            "ENVIRONMENT READ A_B=?:1", "ENVIRONMENT READ C_D=e:2", "ENVIRONMENT READ F_G=h:3");
    assertThat(
            said(
                "typescript",
                "a.ts",
                """
                const p = process.env.PORT ?? '3000'
                process.env.NODE_ENV = 'x'
                process.env['A_B']
                """))
        .containsExactly("ENVIRONMENT READ PORT=3000:1", "ENVIRONMENT READ A_B=?:3");
    assertThat(said("go", "a.go", "x := os.Getenv(\"A_B\")"))
        .containsExactly("ENVIRONMENT READ A_B=?:1");
    assertThat(said("rust", "a.rs", "let x = std::env::var(\"A_B\"); foo::var(\"NO\");"))
        .containsExactly("ENVIRONMENT READ A_B=?:1");
    assertThat(said("ruby", "a.rb", "x = ENV.fetch('A_B', 'c')\ny = ENV['D_E']\n"))
        .containsExactly("ENVIRONMENT READ A_B=c:1", "ENVIRONMENT READ D_E=?:2");
    assertThat(said("php", "a.php", "<?php $x = env('A_B', 'c'); $this->env('NO');"))
        .containsExactly("ENVIRONMENT READ A_B=c:1");
    assertThat(said("csharp", "a.cs", "var x = Environment.GetEnvironmentVariable(\"A_B\");"))
        .containsExactly("ENVIRONMENT READ A_B=?:1");
    assertThat(said("bash", "a.sh", "A=${A_B:-c}\nB=${OWN}\n: ${D_E:?must be set}\n"))
        .containsExactly("ENVIRONMENT READ A_B=c:1", "ENVIRONMENT READ D_E=?:3");
  }

  /** A server with a map of 90 options was told to have two settings. */
  @Test
  void optionsInAMapOfGoAreSettings() {
    assertThat(
            said(
                "go",
                "a.go",
                """
                var options = map[string]*value{
                \t"BASE_URL": {
                \t\tparsed: "x",
                \t\trawValue: "http://localhost",
                \t},
                \t"BATCH_SIZE": {
                \t\trawValue: "100",
                \t\tvalidator: func(raw string) error {
                \t\t\treturn check(raw, 1)
                \t\t},
                \t},
                \t"CERT_FILE": {rawValue: "", kind: text},
                \t"LOG_LEVEL": {rawValue: "info", kind: text},
                }
                var few = map[string]value{"ONE_A": {value: "x",}}
                """))
        .containsExactly(
            "ENVIRONMENT READ BASE_URL=http://localhost:2",
            "ENVIRONMENT READ BATCH_SIZE=100:6",
            "ENVIRONMENT READ CERT_FILE=?:12",
            "ENVIRONMENT READ LOG_LEVEL=info:13");
  }

  /** A server with eighty settings in its structs was told to have five. */
  @Test
  void fieldsOfGoWithTagsForKeyAndDefaultAreSettings() {
    FileFacts facts = FileFacts.none("go", FileFacts.Outcome.TEXT);
    SettingFinder finder = new SettingFinder();
    finder.add(
        CodeFile.of(
            "config/net.go",
            SourceText.of(
                """
                type Net struct {
                 // Name of the network.
                 Name string `default:"post" yaml:"name"`
                 Secret string `yaml:"secret" default:"hush"`
                }
                """),
            facts));
    finder.add(
        CodeFile.of(
            "config/config.go",
            SourceText.of(
                """
                type Config struct {
                 Port int `default:"8080" json:"p" yaml:"port"`
                 Hidden int `yaml:"-"`
                 User struct {
                  Id int `yaml:"id" default:"5"`
                 } `yaml:"user"`
                 Net *Net
                 Other string
                }
                type Reply struct {
                 Ok bool `json:"ok"`
                }
                """),
            facts));

    assertThat(finder.settings())
        .extracting(one -> "%s=%s %s".formatted(one.name(), one.value().orElse("?"), one.comment()))
        .containsExactly(
            "port=8080 ", "user.id=5 ", "net.name=post Name of the network.", "net.secret=? ");
  }

  @Test
  void aVariableIsReadByAConstant() {
    assertThat(
            said(
                "java",
                "A.java",
                """
                private static final String HOME = "APP_HOME";
                static final String other = "APP_OTHER";
                String a = System.getenv(HOME);
                String b = System.getenv(A.other);
                String c = System.getenv("APP_" + a);
                """))
        .containsExactly("ENVIRONMENT READ APP_HOME=?:3", "ENVIRONMENT READ APP_OTHER=?:4");
    assertThat(said("python", "a.py", "KEY = 'A_B'\nx = os.environ[KEY]\ny = os.getenv(key)\n"))
        .containsExactly("ENVIRONMENT READ A_B=?:2");
    assertThat(said("javascript", "a.js", "const key = 'A_B'\nconst x = process.env[key] || 'c'\n"))
        .containsExactly("ENVIRONMENT READ A_B=c:2");
    assertThat(said("rust", "a.rs", "const KEY: &'static str = \"A_B\";\nenv::var(&KEY);\n"))
        .containsExactly("ENVIRONMENT READ A_B=?:2");
    assertThat(said("go", "a.go", "const (\n\tkey string = \"A_B\"\n)\nvar x = os.Getenv(key)\n"))
        .containsExactly("ENVIRONMENT READ A_B=?:4");
    assertThat(said("csharp", "A.cs", "const string KEY = \"A_B\"; GetEnvironmentVariable(KEY);"))
        .containsExactly("ENVIRONMENT READ A_B=?:1");
  }

  @Test
  void aConstantWithTwoTextsNamesNoVariable() {
    assertThat(said("python", "a.py", "KEY = 'A_B'\nKEY = 'C_D'\nx = os.environ[KEY]\n")).isEmpty();
    assertThat(
            said(
                "java",
                "A.java",
                """
                void a() { final String key = "A_B"; }
                void b() { for (String key : keys) { System.getenv(key); } }
                """))
        .isEmpty();
  }

  @Test
  void aVariableIsReadByAConstantOfAnotherFile() {
    SettingFinder finder = new SettingFinder();
    FileFacts java = FileFacts.none("java", FileFacts.Outcome.TEXT);
    finder.add(CodeFile.of("A.java", SourceText.of("String a = System.getenv(Names.HOME);"), java));
    finder.add(CodeFile.of("B.java", SourceText.of("String b = System.getenv(Names.TWO);"), java));
    finder.add(
        CodeFile.of(
            "Names.java",
            SourceText.of("static final String HOME = \"APP_HOME\", x; String TWO = \"A\";"),
            java));
    finder.add(CodeFile.of("Z.java", SourceText.of("static final String TWO = \"APP_2\";"), java));
    assertThat(finder.settings())
        .extracting(one -> one.name() + " " + one.path() + " " + one.line())
        .containsExactly("APP_HOME A.java 1", "APP_2 B.java 1");
  }

  @Test
  void aFunctionThatReadsWhatItIsGivenReadsTheEnvironment() {
    assertThat(
            said(
                "python",
                "settings.py",
                """
                def env_bool(name, default):
                    value = os.getenv(name, default)
                    return value == "True"

                DEBUG = env_bool("DEBUG", "True")
                OTHER = thing.env_bool("NO", "True")
                """))
        .containsExactly("ENVIRONMENT READ DEBUG=True:5");
    assertThat(
            said(
                "go",
                "a.go",
                """
                func env(name, or string) string { if v := os.Getenv(name); v != "" { return v }; return or }
                var port = env("PORT", "80")
                """))
        .containsExactly("ENVIRONMENT READ PORT=80:2");
    assertThat(
            said(
                "typescript",
                "a.ts",
                "const env = (name: string) => process.env[name]\nexport const a = env('A_B')\n"))
        .containsExactly("ENVIRONMENT READ A_B=?:2");
    assertThat(
            said(
                "java",
                "A.java",
                "static String env(String name) { return System.getenv(name); }\nString a = env(\"A_B\");"))
        .containsExactly("ENVIRONMENT READ A_B=?:2");
  }

  @Test
  void aSettingHasTheCommentRightAboveIt() {
    assertThat(
            find(
                "go",
                "a.go",
                """
                // Where the data is kept.
                // Empty means memory.
                d := os.Getenv("DATA_DIR")
                """))
        .extracting(Setting::comment)
        .containsExactly("Where the data is kept. Empty means memory.");
    assertThat(
            find(
                "python",
                "a.py",
                "#: Where it is kept.\nDIR = 'DATA_DIR'\n\nd = os.environ[DIR]\n"))
        .extracting(Setting::comment)
        .containsExactly("Where it is kept.");
  }

  @Test
  void filesStateTheirSettings() {
    assertThat(
            said(
                "dockerfile",
                "Dockerfile",
                "ARG VERSION=1\nENV AB=b CD=\"d e\"\nENV EF g\nENV PATH=/bin\n"))
        .containsExactly(
            "BUILD_ARGUMENT STATED VERSION=1:1",
            "ENVIRONMENT STATED AB=b:2",
            "ENVIRONMENT STATED CD=d e:2",
            "ENVIRONMENT STATED EF=g:3");
  }

  @Test
  void composeAndEnvironmentFilesStateVariables() {
    assertThat(
            said(
                "yaml",
                "docker-compose.yml",
                """
                services:
                  db:
                    image: postgres:${PG_VERSION:-16}
                    environment:
                      - POSTGRES_DB=app
                      - POSTGRES_PASSWORD
                  web:
                    environment:
                      DATABASE_URL: postgres://db
                """))
        .containsExactly(
            "ENVIRONMENT STATED POSTGRES_DB=app:5",
            "ENVIRONMENT STATED POSTGRES_PASSWORD=?:6",
            "ENVIRONMENT STATED DATABASE_URL=postgres://db:9",
            "ENVIRONMENT READ PG_VERSION=16:3");
    assertThat(said("text", ".env.example", "# the key\nAPI_KEY=\nexport PORT=80\n"))
        .containsExactly("ENVIRONMENT STATED API_KEY=:2", "ENVIRONMENT STATED PORT=80:3");
  }

  @Test
  void theValueOfAPasswordIsNotTold() {
    assertThat(said("dockerfile", "Dockerfile", "ENV DB_PASSWORD=x DB_USER=y\n"))
        .containsExactly("ENVIRONMENT STATED DB_PASSWORD=?:1", "ENVIRONMENT STATED DB_USER=y:1");
  }

  @Test
  void frameworksNameTheirKeys() {
    assertThat(
            said(
                "java",
                "A.java",
                """
                @ConfigurationProperties(prefix = "app.mail")
                class A {
                  @Value("${server.port:8080}") int port;
                  @Option(names = {"-v", "--verbose"}, defaultValue = "false") boolean v;
                }
                """))
        .containsExactly(
            "PROPERTY READ app.mail.*=?:1",
            "PROPERTY READ server.port=8080:3",
            "OPTION READ --verbose=false:4");
    assertThat(said("yaml", "src/main/resources/application.yml", "server:\n  port: 80 # http\n"))
        .containsExactly("PROPERTY STATED server.port=80:2");
    assertThat(said("json", "appsettings.json", "{\"A\": {\"B\": \"c\",\n \"D\": 5}}"))
        .containsExactly("PROPERTY STATED A:B=c:1", "PROPERTY STATED A:D=5:2");
    assertThat(said("go", "a.go", "viper.SetDefault(\"a.b\", \"c\")\n"))
        .containsExactly("PROPERTY READ a.b=c:1");
  }

  @Test
  void noTextIsAnError() {
    long seed = 20_261_124L;
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    List<String> words =
        List.of(
            "env", "(", ")", "[", "]", "\"A_B\"", "${", "}", ":-", "\n", "=", ".", "process",
            "@Value", "@Option", "ENV ", "- ", ": ", "  ", "\\", "'", "config", ",", "Flag");
    for (String path :
        List.of(
            "a.py",
            "Dockerfile",
            "docker-compose.yml",
            ".env.example",
            "application.yml",
            "application.properties",
            "appsettings.json",
            "settings.py")) {
      for (String language : List.of("java", "python", "go", "php", "bash", "yaml", "typescript")) {
        for (int round = 0; round < 60; round++) {
          StringBuilder text = new StringBuilder();
          for (int i = random.nextInt(100); i > 0; i--) {
            text.append(words.get(random.nextInt(words.size())));
          }
          assertThat(find(language, path, text.toString())).isNotNull();
        }
      }
    }
  }

  /** A module of Terraform or a role of Ansible had nothing that can be set. */
  @Test
  void whatAModuleOfInfrastructureTakesIsStatedWithItsDefaultAndItsWords() {
    String variables =
        """
        # ---- Network
        variable "create" {
          description = "Whether quays are built "
          type        = bool
          default     = true
        }
        variable "berths" {
          type = object({ default = number })
          default = {
            a = 1
          }
        }
        variable "tags" {
          default = {}
        }
        output "create" { value = var.create }
        """;
    String defaults =
        """
        ---
        # How many ships may wait.
        quay_ships: 3
        quay_names:
          - north
        """;

    assertThat(said("", "modules/quay/variables.tf", variables))
        .containsExactly(
            "PROPERTY STATED create=true:2",
            "PROPERTY STATED berths=?:7",
            "PROPERTY STATED tags={}:13");
    assertThat(find("", "variables.tf", variables).getFirst().comment())
        .isEqualTo("Whether quays are built");
    assertThat(said("", "roles/quay/defaults/main.yml", defaults))
        .containsExactly("PROPERTY STATED quay_ships=3:3", "PROPERTY STATED quay_names=?:4");
    assertThat(find("", "defaults/main.yml", defaults).getFirst().comment())
        .isEqualTo("How many ships may wait.");
    assertThat(said("", "tasks/main.yml", defaults)).isEmpty();
  }

  /** Fifty fields of a struct of fifty fields, eight deep, are more than anybody can walk. */
  @Test
  void structsThatHoldEachOtherManyTimesOverEnd() {
    StringBuilder go = new StringBuilder();
    for (int level = 0; level < 10; level++) {
      go.append("type T%d struct {\n".formatted(level));
      for (int i = 0; i < 50; i++) {
        go.append(" F%d T%d\n".formatted(i, level + 1));
      }
      go.append("}\n");
    }
    go.append("type D struct {\n");
    for (int i = 0; i < 5; i++) {
      go.append(" Own%d int `yaml:\"own%d\" default:\"%d\"`\n".formatted(i, i, i));
    }
    go.append(" Many T0\n}\ntype Deep ").append("struct {\n A ".repeat(20_000));
    SettingFinder finder = new SettingFinder();

    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          finder.add(
              CodeFile.of(
                  "config/hostile.go",
                  SourceText.of(go.toString()),
                  FileFacts.none("go", FileFacts.Outcome.TEXT)));
          assertThat(finder.settings()).extracting(Setting::name).contains("own0", "own4");
        });
  }

  /** A program of Cobra had no options but the two that the environment gives. */
  @Test
  void optionsOfGoAreThoseThatCallsOfTheirLibrariesState() {
    List<Setting> found =
        find(
            "go",
            "flags.go",
            """
            package flags

            import "github.com/spf13/pflag"

            func init() {
            	pflag.BoolVarP(&Quiet, "quiet", "q", pick(config, "QUIET", false), "Says \\"nothing\\".")
            	fs.StringVar(&dir, "dir", "here", `Where to look.`)
            	fs.Duration("wait", 0, "How long to wait.")
            	fs.VarP(&opts.list, "mark", "m", "What to mark.")
            	fs.StringVar(&other, name, "", "No name of its own.")
            	w.String("a", "b", "c" + d)
            }
            """);

    assertThat(found)
        .extracting(one -> one.name() + "=" + one.value().orElse("?") + ": " + one.comment())
        .containsExactly(
            "--quiet=?: Says \"nothing\".",
            "--dir=here: Where to look.",
            "--wait=0: How long to wait.",
            "--mark=?: What to mark.",
            "--a=b: ");
    assertThat(
            said(
                "go",
                "a.go",
                "package a\n\nimport \"flag\"\n\nvar p = flag.Int(\"port\", 80, \"where\")\n"))
        .containsExactly("OPTION READ -port=80:5");
    assertThat(said("go", "a.go", "package a\n\nfunc f() { b.String(\"x\", 1, \"y\") }\n"))
        .isEmpty();
  }

  @Test
  void optionsOfRustAreFieldsAndArgumentsOfClap() {
    List<Setting> found =
        find(
            "rust",
            "cli.rs",
            """
            struct Options {
              /// Where to look
              #[arg(short, long, value_name = "DIR", default_value = "here")]
              #[serde(default)]
              pub(crate) start_dir: Option<PathBuf>,
              #[clap(long = "no-colour")]
              plain: bool,
              #[arg(short)]
              loud: bool,
              #[arg(value_name = "long")]
              file: PathBuf,
            }
            fn app() {
              app.arg(Arg::new("deep").short('d').long("depth").default_value("3").help("How deep"))
                .arg(Arg::new("file").help("What to read"));
            }
            """);

    assertThat(found)
        .extracting(one -> one.name() + "=" + one.value().orElse("?") + ": " + one.comment())
        .containsExactly(
            "--start-dir=here: Where to look", "--no-colour=?: ", "--depth=3: How deep");
  }

  @Test
  void optionsOfDotnetAreMarkedProperties() {
    assertThat(
            find(
                "csharp",
                "Options.cs",
                """
                class Options {
                  [Option('d', "datadir", Required = false, HelpText = "Where data is kept.")]
                  public string? DataDir { get; set; }
                  [Option("nogui", HelpText = "Shows nothing.")]
                  public bool NoGui { get; set; }
                }
                """))
        .extracting(one -> one.name() + ":" + one.line() + ": " + one.comment())
        .containsExactly("--datadir:2: Where data is kept.", "--nogui:4: Shows nothing.");
  }

  /** Variables that a struct of Go names in its tags were no settings. */
  @Test
  void tagsOfGoAndWrappersOfCReadTheEnvironment() {
    assertThat(
            said(
                "go",
                "a.go",
                """
                type Gauge struct {
                \tHome  string `env:"TIDE_HOME,required"`
                \tLevel int    `json:"level" env:"TIDE_LEVEL" envDefault:"3"`
                \tName  string `json:"env:x"`
                }
                """))
        .containsExactly("ENVIRONMENT READ TIDE_HOME=?:2", "ENVIRONMENT READ TIDE_LEVEL=3:3");
    assertThat(said("c", "a.c", "err = tide_os_getenv(\"TIDE_POOL\", buffer, &size);"))
        .containsExactly("ENVIRONMENT READ TIDE_POOL=?:1");
  }
}
