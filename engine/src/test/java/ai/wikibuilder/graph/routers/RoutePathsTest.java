package ai.wikibuilder.graph.routers;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.graph.TestRepository;
import ai.wikibuilder.graph.entrypoints.EntryPoint;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Routes whose router is mounted in another file, as the real parser reads them. */
class RoutePathsTest {
  @TempDir Path natives;

  private List<String> routes(TestRepository repository) {
    return repository.parsed(natives).entryPoints().stream()
        .filter(one -> one.kind() == EntryPoint.Kind.ROUTE)
        .map(EntryPoint::name)
        .toList();
  }

  @Test
  void aRouterOfPythonStandsBelowTheRoutersThatIncludeItWithTheirPrefixes() {
    TestRepository repository =
        new TestRepository()
            .file(
                "back/shop/main.py",
                """
                from fastapi import FastAPI
                from shop.api import router
                from shop.settings import settings
                app = FastAPI()
                app.include_router(router, prefix=settings.ROOT)
                """)
            .file(
                "back/shop/settings.py",
                """
                class Settings:
                    ROOT: str = "/v1"
                settings = Settings()
                """)
            .file(
                "back/shop/api/__init__.py",
                """
                from fastapi import APIRouter
                from . import labels, parcels
                router = APIRouter(prefix="/api")
                router.include_router(parcels.router)
                router.include_router(labels.public_router, prefix="/labels")
                """)
            .file(
                "back/shop/api/labels.py",
                """
                base = "/open"
                public_router = UserAPIRouter(prefix=f"{base}/all")
                @public_router.get("/{id}")
                def one(id): pass
                """)
            .file(
                "back/shop/api/parcels.py",
                """
                router = APIRouter(prefix="/parcels")
                @router.get("")
                def every(): pass
                @router.post("/{id}/scans")
                def scan(id): pass
                """);

    assertThat(routes(repository))
        .containsExactlyInAnyOrder(
            "GET /v1/api/parcels",
            "POST /v1/api/parcels/{id}/scans",
            "GET /v1/api/labels/open/all/{id}");
  }

  @Test
  void aPrefixThatIsNotWrittenDownIsLeftOut() {
    TestRepository repository =
        new TestRepository()
            .file(
                "main.py",
                """
                from parcels import router
                app = FastAPI()
                app.include_router(router, prefix=read_prefix())
                """)
            .file(
                "parcels.py",
                """
                router = APIRouter(prefix=PREFIX)
                @router.get("/all")
                def every(): pass
                """);

    assertThat(routes(repository)).containsExactly("GET /all");
  }

  @Test
  void aRouterOfScriptsIsFollowedThroughImportsRequiresAndChains() {
    TestRepository repository =
        new TestRepository()
            .file(
                "src/main.ts",
                """
                import express from 'express';
                import routes from './routes';
                const app = express();
                app.use(cors());
                app.use(routes);
                app.use('/old', guard, require('./old'));
                app.get('/health', (q, s) => s.end());
                """)
            .file(
                "src/old.js",
                """
                const router = require('express').Router();
                router.route('/parcels')
                  .get(every)
                  .post(enter);
                module.exports = router;
                """)
            .file(
                "src/parcels.ts",
                """
                import { Router } from 'express';
                const router = Router();
                router.get('/parcels/:id', (q, s) => s.end());
                export default router;
                """)
            .file(
                "src/routes.ts",
                """
                import { Router } from 'express';
                import parcels from './parcels';
                const api = Router().use(parcels);
                export default Router().use('/api', api);
                """);

    assertThat(routes(repository))
        .containsExactlyInAnyOrder(
            "GET /health", "GET /old/parcels", "POST /old/parcels", "GET /api/parcels/:id");
  }

  @Test
  void pathsOfDjangoStandBelowTheFileThatIncludesTheirs() {
    TestRepository repository =
        new TestRepository()
            .file(
                "site/urls.py",
                """
                urlpatterns = [path("shop/", include("parcels.urls"))]
                """)
            .file(
                "parcels/urls.py",
                """
                urlpatterns = [path("all/", views.every)]
                """);

    assertThat(routes(repository)).containsExactly("/shop/all/");
  }

  @Test
  void routersThatAreMountedOnEachOtherEndSomewhere() {
    TestRepository repository =
        new TestRepository()
            .file(
                "loop.py",
                """
                a = APIRouter()
                b = APIRouter()
                a.include_router(b, prefix="/b")
                b.include_router(a, prefix="/a")
                @a.get("/x")
                def x(): pass
                """);

    assertThat(routes(repository)).hasSize(1);
  }

  /** All routes for programs of a server were told without the {@code /api} they stand below. */
  @Test
  void routesOfLaravelStandBelowThePrefixOfWhoReadsTheirFile() {
    TestRepository repository =
        new TestRepository()
            .file(
                "app/Providers/RouteServiceProvider.php",
                """
                <?php
                class RouteServiceProvider {
                    public function boot() {
                        Route::group(['middleware' => 'web'], function ($router) {
                            require base_path('routes/web.php');
                        });
                        Route::prefix('api')->middleware('api')->group(base_path('routes/api.php'));
                    }
                }
                """)
            .file("routes/web.php", "<?php\nRoute::get('/parcels', [Parcels::class, 'page']);\n")
            .file("routes/api.php", "<?php\nRoute::get('/parcels', [Parcels::class, 'list']);\n");

    assertThat(routes(repository)).containsExactlyInAnyOrder("GET /api/parcels", "GET /parcels");
  }

  @Test
  void routesOfLaravelForProgramsStandBelowApiUnlessTheApplicationSaysOtherwise() {
    for (String prefix : List.of("", ", apiPrefix: 'v1'")) {
      TestRepository repository =
          new TestRepository()
              .file(
                  "back/bootstrap/app.php",
                  """
                  <?php
                  return Application::configure(basePath: dirname(__DIR__))
                      ->withRouting(web: 'routes/web.php', api: 'routes/api.php'%s)
                      ->create();
                  """
                      .formatted(prefix))
              .file("back/routes/api.php", "<?php\nRoute::get('/parcels', [Parcels::class]);\n");

      assertThat(routes(repository))
          .containsExactly(prefix.isEmpty() ? "GET /api/parcels" : "GET /v1/parcels");
    }
  }

  /** A server whose groups are given to functions of other files was told without its prefixes. */
  @Test
  void routesOfGoStandBelowTheGroupsTheirFunctionsAreGiven() {
    TestRepository repository =
        new TestRepository()
            .file("go.mod", "module example.org/ferry\n")
            .file(
                "server/server.go",
                """
                package server

                import (
                \t"example.org/ferry/quays"
                \t"github.com/gin-gonic/gin"
                )

                func New() *gin.Engine {
                \tengine := gin.New()
                \tapi := engine.Group("/api")
                \tbindTides(api, 3)
                \tquays.Open(api.Group("/open"), 1)
                \tharbour := api.Group("/harbour")
                \tquays.Bind(harbour)
                \tengine.GET("/health", health)
                \treturn engine
                }
                """)
            .file(
                "server/tides.go",
                """
                package server

                import "github.com/gin-gonic/gin"

                func bindTides(rg *gin.RouterGroup, days int) {
                \tsub := rg.Group("/tides").Use(auth())
                \tsub.GET("", all)
                \tsub.GET("/:day", one)
                }
                """)
            .file(
                "quays/quays.go",
                """
                package quays

                import "github.com/gin-gonic/gin"

                func Bind(group gin.IRouter) {
                \tgroup.GET("/quays", all)
                \tmore(group)
                }

                func Open(r gin.IRouter, days int) {
                \tr.GET("/days", days)
                }

                func more(r gin.IRouter) {
                \tr.POST("/quays", add)
                }
                """);

    assertThat(routes(repository))
        .containsExactlyInAnyOrder(
            "GET /health",
            "GET /api/tides",
            "GET /api/tides/:day",
            "GET /api/open/days",
            "GET /api/harbour/quays",
            "POST /api/harbour/quays");
  }

  /** Fifty routes of a server lacked the version that every client has to ask for. */
  @Test
  void routesOfNestStandBelowThePrefixAndTheirVersion() {
    for (String exceptions : List.of("", ", {exclude: ['health']}")) {
      TestRepository repository =
          new TestRepository()
              .file(
                  "back/src/main.ts",
                  """
                  import { NestFactory } from '@nestjs/core';
                  async function start() {
                    const app = await NestFactory.create(All);
                    app.setGlobalPrefix('api'%s);
                    app.enableVersioning({ type: VersioningType.URI });
                  }
                  """
                      .formatted(exceptions))
              .file(
                  "back/src/quays/quays.controller.ts",
                  """
                  @Controller({ path: 'quays', version: '2' })
                  export class QuaysController {
                    @Get(':id')
                    one() {}
                  }
                  """)
              .file(
                  "back/src/tides/tides.controller.ts",
                  """
                  @Controller('tides')
                  export class TidesController {
                    @Post()
                    add() {}
                  }
                  """)
              .file(
                  "other/src/masts.controller.ts",
                  """
                  @Controller('masts')
                  export class MastsController {
                    @Get()
                    all() {}
                  }
                  """);

      assertThat(routes(repository))
          .containsExactlyInAnyOrder(
              exceptions.isEmpty() ? "GET /api/v2/quays/:id" : "GET /v2/quays/:id",
              exceptions.isEmpty() ? "POST /api/tides" : "POST /tides",
              "GET /masts");
    }
  }

  /**
   * A server with 150 routes had ten: classes answer the others, or a function makes their paths.
   */
  @Test
  void resourcesOfFlaskAndPathsThatAFunctionCompletesAreRoutes() {
    TestRepository repository =
        new TestRepository()
            .file(
                "back/api.py",
                """
                from flask_restful import Api
                from back.parcels import Parcels
                from back import labels
                api = Api()
                api.add_resource(Parcels, "/parcels", "/parcels/<id>", endpoint="parcels")
                api.add_shop_resource(labels.Labels, "/labels")
                """)
            .file(
                "back/pages.py",
                """
                from flask import Blueprint
                routes = Blueprint("pages", __name__)
                @routes.route(below_shop("/login"), methods=["POST"])
                def login(): pass
                """);

    assertThat(routes(repository))
        .containsExactlyInAnyOrder("/parcels", "/parcels/<id>", "/labels", "POST /login");
  }
}
