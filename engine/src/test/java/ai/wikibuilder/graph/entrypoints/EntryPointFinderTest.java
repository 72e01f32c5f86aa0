package ai.wikibuilder.graph.entrypoints;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.facts.FileFacts;
import ai.wikibuilder.source.SourceText;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EntryPointFinderTest {
  private static List<EntryPoint> find(String language, String path, String text) {
    return EntryPointFinder.find(
        path, SourceText.of(text), FileFacts.none(language, FileFacts.Outcome.TEXT));
  }

  private static List<String> said(String language, String path, String text) {
    return find(language, path, text).stream()
        .map(one -> one.kind() + " " + one.name() + " > " + one.handler() + ":" + one.line())
        .toList();
  }

  /** Every verb on “/” was a route of a server whose paths stand in constants. */
  @Test
  void aPathInAConstantOfTheFileIsReadAndOneOfAnotherFileIsNotGuessed() {
    assertThat(
            said(
                "java",
                "A.java",
                """
                @RestController
                public class Parcels {
                  private static final String ALL = "/parcels/{id}/**";
                  @RequestMapping(path = ALL, method = { RequestMethod.GET, RequestMethod.PUT })
                  void all() {}
                  @GetMapping(Parcels.ALL)
                  void one() {}
                  @PostMapping(Paths.ELSEWHERE)
                  void add() {}
                  @DeleteMapping(produces = "text/plain")
                  void drop() {}
                }
                """))
        .containsExactly(
            "ROUTE GET /parcels/{id}/** > Parcels.all:4",
            "ROUTE PUT /parcels/{id}/** > Parcels.all:4",
            "ROUTE GET /parcels/{id}/** > Parcels.one:6",
            "ROUTE DELETE / > Parcels.drop:10");
  }

  @Test
  void aSpringRouteHasItsControllersPathAndItsMethod() {
    assertThat(
            said(
                "java",
                "A.java",
                """
                @RestController
                @RequestMapping("/api")
                public class Parcels {
                  @GetMapping("/parcels") // "/no"
                  public List<P> all(@RequestParam("q") String q) { return x; }
                  @RequestMapping(value = "/parcels", method = RequestMethod.POST)
                  void add() {}
                  @Scheduled(cron = "0 0 * * * *")
                  void sweep() {}
                }
                """))
        .containsExactly(
            "ROUTE GET /api/parcels > Parcels.all:4",
            "ROUTE POST /api/parcels > Parcels.add:6",
            "SCHEDULED Parcels.sweep > Parcels.sweep:8");
  }

  @Test
  void aRouteOfJaxRsIsItsVerbAndTheTwoPaths() {
    assertThat(
            said(
                "java",
                "A.java",
                "@Path(\"/a\")\nclass A {\n @GET\n @Path(\"{id}\")\n Response one() {}\n}\n"))
        .containsExactly("ROUTE GET /a/{id} > A.one:3");
  }

  @Test
  void pythonRoutesAreRegisteredOnAnApplicationAndNotOnACache() {
    assertThat(
            said(
                "python",
                "a.py",
                """
                bp = Blueprint("a", __name__, url_prefix="/auth")
                @bp.route("/login", methods=("GET", "POST"))
                def login(): pass
                @app.get("/x")
                async def x(): pass
                @cache.route('/')
                def no(): pass
                """))
        .containsExactly(
            "ROUTE GET /auth/login > login:2",
            "ROUTE POST /auth/login > login:2",
            "ROUTE GET /x > x:4");
  }

  @Test
  void djangoUrlsNameTheirViews() {
    assertThat(
            said(
                "python",
                "shop/urls.py",
                """
                urlpatterns = [
                 path('a/<int:id>/', views.a),
                 path('b/', include('b.urls')),
                """
                    + "]"))
        .containsExactly("ROUTE /a/<int:id>/ > views.a:2");
  }

  /** Routes inside another stood without its beginning, and as expressions. */
  @Test
  void djangoPathsInsideAnotherBeginWithIt() {
    assertThat(
            said(
                "python",
                "shop/urls.py",
                """
                urlpatterns = [
                 re_path(r'^api/', include([
                  re_path('^$', views.home),
                  re_path('^a/(?P<id>[0-9]+)/$', views.a),
                 ])),
                 path('b/', views.b),
                """
                    + "]"))
        .containsExactly(
            "ROUTE /api/ > views.home:3",
            "ROUTE /api/a/{id}/ > views.a:4",
            "ROUTE /b/ > views.b:6");
  }

  @Test
  void routesOfScriptsNeedARouterAPathAndAHandler() {
    assertThat(
            said(
                "javascript",
                "a.js",
                """
                const users = express.Router();
                users.get('/users', auth, list);
                app.post("/login", (req, res) => res.end());
                client.get('/remote', options);
                app.get('/setting');
                router.route('/x').get(a).put(b);
                """))
        .containsExactly(
            "ROUTE GET /users > list:2",
            "ROUTE POST /login > :3",
            "ROUTE GET /x > :6",
            "ROUTE PUT /x > :6");
    assertThat(
            said(
                "typescript",
                "a.ts",
                """
                @Controller('cats')
                export class Cats {
                  @Get(':id')
                  async one(@Param('id') id) {}
                """
                    + "}"))
        .containsExactly("ROUTE GET /cats/:id > Cats.one:3");
    assertThat(said("typescript", "app/(shop)/cart/route.ts", "export async function GET() {}\n"))
        .containsExactly("ROUTE GET /cart > GET:1");
  }

  @Test
  void goRoutesNeedARouterLibrary() {
    String call = "func f() { r.GET(\"/a\", wrap(h.list)) }\n";
    assertThat(said("go", "a.go", "import \"github.com/gin-gonic/gin\"\n" + call))
        .containsExactly("ROUTE GET /a > h.list:2");
    assertThat(said("go", "a.go", call)).isEmpty();
    assertThat(
            said(
                "go",
                "cmd/clock/main.go",
                """
                package main
                import "net/http"
                func main() {
                 http.HandleFunc("GET /x", x)
                """
                    + "}"))
        .containsExactly("MAIN clock > main:3", "ROUTE GET /x > x:4");
  }

  /** `GET /pull` stood for what is asked as `/servers/:id/files/pull`. */
  @Test
  void goRoutesOfAGroupBeginWithWhatTheGroupIsGiven() {
    assertThat(
            said(
                "go",
                "a.go",
                """
                import "github.com/gin-gonic/gin"
                func f(router *gin.Engine) {
                 open := router.Use(guard())
                 open.GET("/up", up)
                 server := router.Group("/servers/:id")
                 server.Use(guard())
                 server.GET("", one)
                 files := server.Group("/files", guard())
                 {
                  files.GET("/pull", pull)
                 }
                }
                func g(files *gin.RouterGroup) {
                 files.GET("/list", list)
                }
                """))
        .containsExactly(
            "ROUTE GET /up > up:4",
            "ROUTE GET /servers/:id > one:7",
            "ROUTE GET /servers/:id/files/pull > pull:10",
            "ROUTE GET /list > list:14");
    assertThat(
            said(
                "go",
                "b.go",
                """
                import "github.com/go-chi/chi"
                func f(r chi.Router) {
                 r.Get("/", home)
                 r.Route("/api", func(r chi.Router) {
                  r.Get("/cats", cats)
                  r.Group(func(r chi.Router) {
                   r.Post("/cats", add)
                  })
                 })
                 r.Get("/end", end)
                }
                """))
        .containsExactly(
            "ROUTE GET / > home:3",
            "ROUTE GET /api/cats > cats:5",
            "ROUTE POST /api/cats > add:7",
            "ROUTE GET /end > end:10");
    assertThat(
            said(
                "go",
                "c.go",
                """
                import "github.com/gorilla/mux"
                func f(r *mux.Router) {
                 api := r.PathPrefix("/api").Subrouter()
                 api.HandleFunc("/cats", cats)
                }
                """))
        .containsExactly("ROUTE /api/cats > cats:4");
  }

  @Test
  void routesOfRustDotnetPhpAndRubyAreFound() {
    assertThat(said("rust", "a.rs", "#[get(\"/a\")]\nasync fn a() {}\nfn main() {}"))
        .containsExactly("ROUTE GET /a > a:1", "MAIN main > main:3");
    assertThat(said("rust", "a.rs", "Router::new().route(\"/b\", get(list).post(add))"))
        .containsExactly("ROUTE GET /b > list:1", "ROUTE POST /b > add:1");
    assertThat(
            said(
                "csharp",
                "A.cs",
                """
                [Route("api/[controller]")]
                public class CatsController {
                  [HttpGet("{id}")]
                  public Cat One(int id) {}
                }
                """))
        .containsExactly("ROUTE GET /api/Cats/{id} > CatsController.One:3");
    assertThat(said("csharp", "P.cs", "app.MapGet(\"/a\", Handlers.A);"))
        .containsExactly("ROUTE GET /a > Handlers.A:1");
    assertThat(said("php", "r.php", "<?php\nRoute::get('/a', [A::class, 'show']);"))
        .containsExactly("ROUTE GET /a > A.show:2");
    assertThat(
            said(
                "php",
                "A.php",
                "<?php\nclass A {\n #[Route('/b', methods: ['POST'])]\n public function b() {}\n}"))
        .containsExactly("ROUTE POST /b > A.b:3");
    assertThat(said("ruby", "config/routes.rb", "get '/a', to: 'as#index'\nresources :books\n"))
        .containsExactly("ROUTE GET /a > as#index:1", "ROUTE /books > books:2");
  }

  /** A wiki of a forum listed {@code POST /upvote} and {@code /domains} below no namespace. */
  @Test
  void aRouteOfRailsStandsBelowTheBlocksAroundIt() {
    assertThat(
            said(
                "ruby",
                "config/routes.rb",
                """
                Rails.application.routes.draw do
                  root to: "home#index",
                    as: "root"
                  get "/old", to: redirect("/new")
                  resources :stories, except: [:index] do
                    post "upvote"
                    member do
                      get :reply
                    end
                    resources :suggestions, only: %i[new create]
                  end
                  concern :listed do
                    get "list"
                  end
                  post "/stories/preview"
                  namespace :mod do
                    if Rails.env.development?
                      get "/" => "activities#index", :as => "mod"
                    end
                    resources :mails, except: [:destroy]
                    constraints id: DOMAIN do
                      match "bans/:id" => "bans#edit", via: [:get, :post]
                    end
                  end
                  scope "/(:locale)", module: :pages do
                    get "about", to: "about#show"
                  end
                  resource :profile
                  mount Jobs::Engine, at: "/jobs"
                end
                """))
        .containsExactly(
            "ROUTE GET / > home#index:2",
            "ROUTE GET /old > redirect(\"/new\"):4",
            "ROUTE /stories > stories:5",
            "ROUTE POST /stories/:story_id/upvote > stories#upvote:6",
            "ROUTE GET /stories/:id/reply > stories#reply:8",
            "ROUTE /stories/:story_id/suggestions > suggestions:10",
            "ROUTE POST /stories/preview > stories#preview:15",
            "ROUTE GET /mod > mod/activities#index:18",
            "ROUTE /mod/mails > mod/mails:20",
            "ROUTE GET /mod/bans/:id > mod/bans#edit:22",
            "ROUTE POST /mod/bans/:id > mod/bans#edit:22",
            "ROUTE GET /(:locale)/about > pages/about#show:26",
            "ROUTE /profile > profiles:28",
            "ROUTE /jobs > Jobs::Engine:29");
  }

  /** Five hundred routes of a file, each with a name of megabytes before it, fill any memory. */
  @Test
  void whatAnswersARouteIsANameAndNoText() {
    String module = "tide".repeat(60);

    assertThat(
            said(
                "ruby",
                "config/routes.rb",
                """
                Rails.application.routes.draw do
                  get "/quay", to: "quays#show"
                  scope module: "%s" do
                    get "/pier", to: "piers#show"
                  end
                end
                """
                    .formatted(module)))
        .containsExactly("ROUTE GET /quay > quays#show:2");
  }

  /** What Rails starts by itself stood nowhere. */
  @Test
  void tasksOfRailsThatComeAgainAreScheduled() {
    assertThat(
            said(
                "yaml",
                "config/recurring.yml",
                """
                production:
                  sweep:
                    class: SweepJob
                    schedule: every day at 3am
                  count:
                    command: Stats.count
                    schedule: every minute
                development:
                  sweep:
                    class: SweepJob
                    schedule: every hour
                """))
        .containsExactly(
            "SCHEDULED sweep (every day at 3am) > SweepJob:4",
            "SCHEDULED count (every minute) > :7");
    assertThat(
            said(
                "yaml",
                "chart/templates/job.yaml",
                "kind: CronJob\nspec:\n  schedule: {{ .Values.when }}\n"))
        .containsExactly("SCHEDULED job.yaml > :3");
  }

  /** The routes of a router of Django REST framework were missing, and views were as_view. */
  @Test
  void viewsOfDjangoAreNamedByTheirClassAndRoutersByWhatTheyRegister() {
    assertThat(
            said(
                "python",
                "shop/urls.py",
                """
                api_router = DefaultRouter()
                api_router.register(r"parcels", ParcelViews)
                api_router.register("tags", views.TagViews, basename="tags")
                admin.site.register("x", y)
                urlpatterns = [
                  re_path(r"^api/", include([
                    path("token/", TokenView.as_view()),
                    *api_router.urls,
                  ])),
                  path("", login_required(csrf(IndexView.as_view()))),
                  path("old/", views.old),
                ]
                """))
        .containsExactly(
            "ROUTE /api/parcels/ > ParcelViews:2",
            "ROUTE /api/tags/ > views.TagViews:3",
            "ROUTE /api/token/ > TokenView:7",
            "ROUTE / > IndexView:10",
            "ROUTE /old/ > views.old:11");
  }

  @Test
  void theHandlerOfJavalinStandsBehindThePath() {
    assertThat(
            said(
                "java",
                "A.java",
                """
                import io.javalin.Javalin;
                class A { void a() {
                 app.put("/a", Users::put, Role.A);
                 get("/b", ctx -> ctx.result("x"));
                 cache.get("/c");
                } }
                """))
        .containsExactly("ROUTE PUT /a > Users.put:3", "ROUTE GET /b > :4");
  }

  @Test
  void commandsAreFoundInEveryWayOfDeclaringThem() {
    assertThat(said("java", "A.java", "@Command(name = \"build\", mixin = true)\nfinal class A {}"))
        .containsExactly("COMMAND build > A:1");
    assertThat(said("python", "a.py", "@cli.command()\ndef add_user(): pass\n"))
        .containsExactly("COMMAND add-user > add_user:1");
    assertThat(said("go", "a.go", "var c = &cobra.Command{\n Use: \"run FILE\",\n}\n"))
        .containsExactly("COMMAND run > :1");
    assertThat(
            said(
                "rust",
                "a.rs",
                """
                #[derive(Debug, Subcommand)]
                enum C {
                  /// x
                  #[command(about)]
                  AddUser { name: String },
                  List,
                """
                    + "}"))
        .containsExactly("COMMAND add-user > :5", "COMMAND list > :6");
    assertThat(
            said(
                "php",
                "A.php",
                """
                <?php
                #[AsCommand(name: 'mail:send')]
                class A extends Command {
                 protected $signature = 'mail:send {user}';
                """
                    + "}"))
        .containsExactly("COMMAND mail:send > A:2");
  }

  @Test
  void aPythonFileThatAsksForItsNameIsAProgram() {
    assertThat(find("python", "a/file", "import x\nif __name__ == \"__main__\":\n    x.go()\n"))
        .containsExactly(new EntryPoint(EntryPoint.Kind.MAIN, "file", "", "a/file", 2, -1));
  }

  @Test
  void programsStartWhereTheirLanguageSaysSo() {
    assertThat(
            said("kotlin", "a.kt", "fun main(args: Array<String>) {}\nclass A { fun main() {} }"))
        .containsExactly("MAIN main > main:1");
    assertThat(said("scala", "a.scala", "object Go extends App {}"))
        .containsExactly("MAIN Go > Go:1");
    assertThat(said("c", "a.c", "int main(void);\nint main(int c, char **v) {\n}\n"))
        .containsExactly("MAIN main > main:2");
    String guard = "#ifdef %s\nint x;\n#if Y\n#endif\nint main(void) {\n}\n#endif\n";
    assertThat(said("c", "a.c", guard.formatted("SIPHASH_TEST"))).isEmpty();
    assertThat(said("c", "a.c", guard.formatted("CRC64_TEST_MAIN"))).isEmpty();
    assertThat(said("c", "a.c", guard.formatted("FASTEST"))).containsExactly("MAIN main > main:5");
    assertThat(said("csharp", "A.cs", "class A { static async Task Main(string[] a) {} }"))
        .containsExactly("MAIN Main > Main:1");
    assertThat(said("swift", "A.swift", "@main\nstruct Tool: ParsableCommand {}"))
        .containsExactly("MAIN Tool > Tool:2");
    assertThat(said("haskell", "M.hs", "module Main where\nmain :: IO ()\nmain = go\n"))
        .containsExactly("MAIN main > main:2");
    assertThat(said("haskell", "L.hs", "module Lib where\nmain = go\n")).isEmpty();
    assertThat(said("text", "exe/tool", "#!/usr/bin/env ruby\n"))
        .containsExactly("SCRIPT tool > :1");
  }

  @Test
  void clocksAndExportsAreFound() {
    assertThat(
            said(
                "yaml",
                ".github/workflows/a.yml",
                "on:\n  schedule:\n    - cron: '0 3 * * *'\n  push:\n"))
        .containsExactly("SCHEDULED a.yml (0 3 * * *) > :3");
    assertThat(
            said(
                "json",
                "package.json",
                "{\"main\": \"i.js\",\n\"exports\": {\"./a\": {\"x\": \"y\"},\n\"./b\": \"z\"}}"))
        .containsExactly("EXPORT i.js > :1", "EXPORT ./a > :2", "EXPORT ./b > :3");
    assertThat(said("java", "module-info.java", "module a {\n  exports a.b;\n}\n"))
        .containsExactly("EXPORT a.b > :2");
    assertThat(said("python", "a/__init__.py", "__all__ = [\n  'x',\n]\n"))
        .containsExactly("EXPORT x > x:2");
  }

  @Test
  void commentsAndStringsAreNoEntryPoints() {
    assertThat(said("javascript", "a.js", "// app.get('/a', b)\nconst x = \"app.get('/a', b)\"\n"))
        .isEmpty();
    assertThat(said("rust", "a.rs", "/* fn main() {} */ // fn main()\n")).isEmpty();
  }

  @Test
  void noTextIsAnErrorInAnyLanguage() {
    long seed = 20_261_124L;
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    List<String> words =
        List.of(
            "@", "#[", "[", "(", ")", "{", "}", "\"/a\"", "class ", "fn ", "main", "get", ".",
            "app", "route", "\n", "=", ",", "'", "\"", "`", "/*", "command", "Command", "x ");
    for (String language :
        List.of(
            "java",
            "kotlin",
            "scala",
            "python",
            "javascript",
            "typescript",
            "go",
            "rust",
            "c",
            "csharp",
            "php",
            "ruby",
            "swift",
            "haskell",
            "lua",
            "bash",
            "yaml",
            "text")) {
      for (int round = 0; round < 200; round++) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(120); i > 0; i--) {
          text.append(words.get(random.nextInt(words.size())));
        }
        assertThat(find(language, "app/api/urls.py", text.toString())).isNotNull();
      }
      assertThat(find(language, "a", "@a(".repeat(100_000))).isEmpty();
      assertThat(find(language, "a", "app.get(\"/a\", ".repeat(30_000))).isNotNull();
    }
  }

  /** Each of 600 routes of three applications lacked what the groups around it put before it. */
  @Test
  void aRouteOfLaravelHasThePrefixesOfTheGroupsItStandsIn() {
    assertThat(
            said(
                "php",
                "routes/web.php",
                """
                <?php
                use Shop\\Parcels\\Controllers as ParcelControllers;
                Route::middleware(['auth'])->prefix('shops')->group(function () {
                    Route::get('', [ShopController::class, 'index'])->name('shops');
                    Route::prefix('{shop}')->group(function () {
                        Route::match(['get', 'post'], 'scans', [ParcelControllers\\ScanController::class, 'scan']);
                    });
                    Route::resource('parcels', ParcelController::class);
                });
                Route::group(['middleware' => 'web', 'prefix' => 'old'], function () {
                    Route::put('/parcels', 'ParcelController@update');
                });
                Route::controller(LabelController::class)->group(function () {
                    Route::delete('labels', 'destroy');
                });
                Route::middleware('guest')->get('login', LoginController::class);
                """))
        .containsExactly(
            "ROUTE GET /shops > ShopController.index:4",
            "ROUTE GET /shops/{shop}/scans > ScanController.scan:6",
            "ROUTE POST /shops/{shop}/scans > ScanController.scan:6",
            "ROUTE /shops/parcels > ParcelController:8",
            "ROUTE PUT /old/parcels > ParcelController.update:11",
            "ROUTE DELETE /labels > LabelController.destroy:14",
            "ROUTE GET /login > LoginController:16");
  }

  /** A web application of Phoenix was told to have no route at all. */
  @Test
  void routesOfPhoenixStandBelowTheirScopes() {
    assertThat(
            said(
                "elixir",
                "lib/shop_web/router.ex",
                """
                defmodule ShopWeb.Router do
                  scope "/", ShopWeb do
                    pipe_through :browser
                    live "/", HomeLive, :page
                    scope "/admin" do
                      get "/parcels", Admin.ParcelController, :index
                    end
                    live "/parcels/:id/edit",
                         ParcelLive,
                         :edit
                  end

                  scope "/api", ShopWeb do
                    resources "/shops", ShopController do
                      post "/parcels", ParcelController, :create
                    end
                  end
                end
                """))
        .containsExactly(
            "ROUTE GET / > HomeLive:4",
            "ROUTE GET /admin/parcels > ParcelController.index:6",
            "ROUTE GET /parcels/:id/edit > ParcelLive:8",
            "ROUTE /api/shops > ShopController:14",
            "ROUTE POST /api/shops/:shop_id/parcels > ParcelController.create:15");
  }

  /** {@code GET /api/catalog/items} was told as {@code GET /items}. */
  @Test
  void aRouteOfTheMinimalApiHasThePathOfItsGroup() {
    assertThat(
            said(
                "csharp",
                "P.cs",
                """
                var parcels = app.NewVersionedApi("Parcels");
                var api = parcels.MapGroup("api/parcels").HasApiVersion(1, 0);
                api.MapGet("/", Handlers.All);
                api.MapGet("{id:int}", Handlers.One);
                var scans = api.MapGroup("/scans");
                scans.MapPost("/new", Handlers.Scan);
                cache.MapGet("key", value);
                """))
        .containsExactly(
            "ROUTE GET /api/parcels > Handlers.All:3",
            "ROUTE GET /api/parcels/{id:int} > Handlers.One:4",
            "ROUTE POST /api/parcels/scans/new > Handlers.Scan:6");
  }

  /** An application of Android was said to be reached through five scripts. */
  @Test
  void theActivityThatALauncherShowsIsAProgram() {
    assertThat(
            said(
                "xml",
                "app/src/main/AndroidManifest.xml",
                """
                <manifest>
                  <uses-permission android:name="android.permission.INTERNET" />
                  <application android:name=".ShopApplication">
                    <activity
                        android:name=".ui.ParcelActivity"
                        android:exported="true">
                      <intent-filter>
                        <action android:name="android.intent.action.MAIN" />
                        <category android:name="android.intent.category.LAUNCHER" />
                      </intent-filter>
                    </activity>
                    <activity android:name=".ShopActivity" />
                  </application>
                </manifest>
                """))
        .containsExactly("MAIN ParcelActivity > ParcelActivity:5");
  }

  /** All pages of a server for signing in were told as {@code GET /}. */
  @Test
  void aControllerOfMvcWithoutAPathHasTheUsualOne() {
    assertThat(
            said(
                "csharp",
                "A.cs",
                """
                [SecurityHeaders]
                public class QuaysController : Controller {
                  [HttpGet]
                  public IActionResult Index() {}
                  [HttpPost]
                  public IActionResult Open(int id) {}
                }
                public class TidesController : ApiBase {
                  [HttpGet]
                  public IActionResult All() {}
                }
                """))
        .containsExactly(
            "ROUTE GET /Quays > QuaysController.Index:3",
            "ROUTE POST /Quays/Open > QuaysController.Open:5",
            "ROUTE GET / > TidesController.All:9");
  }

  /** A route was answered by {@code nil}. */
  @Test
  void noValueAnswersARoute() {
    assertThat(
            said(
                "go",
                "a.go",
                """
                package a

                import "github.com/gin-gonic/gin"

                func Bind(r *gin.Engine) {
                \tr.POST("/parcels", create(true, nil))
                \tr.GET("/parcels", auth(list))
                }
                """))
        .containsExactly("ROUTE POST /parcels > create:6", "ROUTE GET /parcels > list:7");
  }
}
