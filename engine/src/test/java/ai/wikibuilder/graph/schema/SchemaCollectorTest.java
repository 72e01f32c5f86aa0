package ai.wikibuilder.graph.schema;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.facts.FileFacts;
import ai.wikibuilder.graph.tokens.CodeFile;
import ai.wikibuilder.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SchemaCollectorTest {
  private final SchemaCollector collector = new SchemaCollector();

  private void add(String language, String path, String text) {
    FileFacts facts = FileFacts.none(language, FileFacts.Outcome.TEXT);
    collector.add(CodeFile.of(path, SourceText.of(text), facts));
  }

  private List<String> said() {
    List<String> result = new ArrayList<>();
    for (Table table : collector.tables()) {
      result.add(table.name() + " " + table.primaryKey() + ":" + table.line());
      for (Table.Column column : table.columns()) {
        String required = column.required() ? "!" : "";
        result.add("  " + column.name() + " " + column.type() + required + ":" + column.line());
      }
      for (Table.ForeignKey key : table.foreignKeys()) {
        result.add("  " + key.columns() + ">" + key.table() + key.targets() + ":" + key.line());
      }
    }
    return result;
  }

  @Test
  void postgresTablesHaveColumnsKeysAndReferences() {
    add(
        "sql",
        "db/V1__a.sql",
        """
        -- create table no (id int);
        CREATE TABLE IF NOT EXISTS public."user" (
          id bigserial PRIMARY KEY,
          email character varying(255) NOT NULL UNIQUE,
          price numeric(10, 2) DEFAULT 0 CHECK (price > 0),
          seen timestamp with time zone,
          team_id int REFERENCES team (id) ON DELETE CASCADE,
          tags text[],
          CONSTRAINT positive CHECK (price > 0)
        );
        INSERT INTO x VALUES ('CREATE TABLE no (id int);');
        """);

    assertThat(said())
        .containsExactly(
            "user [id]:2",
            "  id bigserial!:3",
            "  email character varying(255)!:4",
            "  price numeric(10,2):5",
            "  seen timestamp with time zone:6",
            "  team_id int:7",
            "  tags text[]:8",
            "  [team_id]>team[id]:7");
  }

  @Test
  void mysqlAndSqliteWriteTheSameInTheirOwnWords() {
    add(
        "sql",
        "db/a.sql",
        """
        CREATE TABLE `post` (
          `id` int unsigned NOT NULL AUTO_INCREMENT COMMENT 'the key',
          `kind` enum('a','b') DEFAULT 'a',
          `user` int,
          PRIMARY KEY (`id`),
          KEY `ix` (`kind`),
          CONSTRAINT `fk` FOREIGN KEY (`user`) REFERENCES `user` (`id`)
        ) ENGINE=InnoDB;
        create table note (id integer primary key autoincrement, text);
        """);

    assertThat(said())
        .containsExactly(
            "post [id]:1",
            "  id int unsigned!:2",
            "  kind enum('a','b'):3",
            "  user int:4",
            "  [user]>user[id]:7",
            "note [id]:9",
            "  id integer!:9",
            "  text :9");
  }

  @Test
  void laterMigrationsChangeTheTableInTheOrderOfTheirNumbers() {
    add("sql", "db/V1__a.sql", "CREATE TABLE t (id int, old int, gone int);");
    add(
        "sql",
        "db/V10__c.sql",
        """
        ALTER TABLE t RENAME COLUMN old TO young;
        ALTER TABLE t ALTER COLUMN young TYPE bigint;
        """);
    add(
        "sql",
        "db/V2__b.sql",
        """
        ALTER TABLE ONLY t ADD COLUMN name text NOT NULL, DROP COLUMN gone,
         ADD CONSTRAINT pk PRIMARY KEY (id);
        CREATE TABLE u (id int);
        """);
    add("sql", "db/V3__d.sql", "DROP TABLE IF EXISTS u;");
    add("sql", "db/V3__d.down.sql", "DROP TABLE t;");

    assertThat(said())
        .containsExactly("t [id]:1", "  id int:1", "  young bigint:1", "  name text!:1");
  }

  @Test
  void theWayDownInTheSameFileIsNotTaken() {
    add("sql", "a.sql", "-- +goose Up\nCREATE TABLE t (id int);\n-- +goose Down\nDROP TABLE t;\n");

    assertThat(said()).containsExactly("t []:2", "  id int:2");
  }

  /** A diagram had columns {@code storie_id} and {@code boxe_id}, which no table has. */
  @Test
  void aKeyOfRailsIsTheColumnThereIs() {
    add(
        "ruby",
        "db/schema.rb",
        """
        create_table "stories" do |t|
        end
        create_table "boxes" do |t|
        end
        create_table "cookies" do |t|
        end
        create_table "posts" do |t|
          t.bigint "story_id"
          t.bigint "box_id"
          t.bigint "cookie_id"
        end
        add_foreign_key "posts", "stories"
        add_foreign_key "posts", "boxes"
        add_foreign_key "posts", "cookies"
        """);

    assertThat(said())
        .contains(
            "  [story_id]>stories[id]:12",
            "  [box_id]>boxes[id]:13",
            "  [cookie_id]>cookies[id]:14");
  }

  /** An application of Symfony had no data model. */
  @Test
  void entitiesOfDoctrineAreTables() {
    add(
        "php",
        "src/Entity/Post.php",
        """
        <?php
        use Doctrine\\ORM\\Mapping as ORM;
        #[ORM\\Entity(repositoryClass: PostRepository::class)]
        #[ORM\\Table(name: 'blog_post')]
        final class Post
        {
            #[ORM\\Id]
            #[ORM\\GeneratedValue, ORM\\Column(type: Types::INTEGER)]
            private ?int $id = null;
            #[ORM\\Column(name: 'heading', nullable: true)]
            #[Assert\\Length(max: 255)]
            private ?string $title = null;
            #[ORM\\ManyToOne(targetEntity: User::class)]
            #[ORM\\JoinColumn(nullable: false)]
            private ?User $author = null;
            #[ORM\\OneToMany(targetEntity: Comment::class, mappedBy: 'post')]
            private Collection $comments;
            #[ORM\\ManyToMany(targetEntity: Tag::class)]
            #[ORM\\JoinTable(name: 'blog_post_tag')]
            private Collection $tags;
            private string $plain = '';
            #[Pure]
            public function title(string $other): void {}
        }
        """);
    add(
        "php",
        "src/Entity/User.php",
        "<?php\n#[ORM\\Entity]\n#[ORM\\Table(name: 'blog_user')]\n"
            + "class User {\n #[ORM\\Column] private string $name;\n}");

    assertThat(said())
        .containsExactly(
            "blog_post [id]:5",
            "  id integer!:9",
            "  heading string:12",
            "  author_id User!:15",
            "  [author_id]>blog_user[]:15",
            "blog_post_tag []:20",
            "  post_id Post!:20",
            "  tag_id Tag!:20",
            "  [post_id]>blog_post[]:20",
            "  [tag_id]>Tag[]:20",
            "blog_user []:4",
            "  name string!:5");
  }

  @Test
  void railsAndLaravelAndPrismaAreRead() {
    add(
        "ruby",
        "db/schema.rb",
        """
        create_table "users", force: :cascade do |t|
          t.string "name", null: false
          t.index ["name"], name: "ix"
        end
        create_table "posts", id: false do |t|
          t.bigint "user_id"
        end
        add_foreign_key "posts", "users"
        """);
    add(
        "php",
        "database/migrations/1_a.php",
        """
        <?php
        Schema::create('cats', function (Blueprint $table) {
            $table->id();
            $table->string('name', 100)->nullable();
            $table->foreignId('owner_id')->constrained('users');
            $table->timestamps();
        });
        """);
    add(
        "text",
        "z/schema.prisma",
        """
        model Author {
          id    Int    @id @default(autoincrement())
          email String?
          books Book[]
        }
        model Book {
          id       Int    @id
          writer   Author @relation(fields: [writerId], references: [id])
          writerId Int
          @@map("books")
        }
        """);

    assertThat(said())
        .containsExactly(
            "cats [id]:2",
            "  id id!:3",
            "  name string:4",
            "  owner_id foreignId!:5",
            "  created_at timestamp:6",
            "  updated_at timestamp:6",
            "  [owner_id]>users[id]:5",
            "users [id]:1",
            "  id bigint!:1",
            "  name string!:2",
            "posts []:5",
            "  user_id bigint:6",
            "  [user_id]>users[id]:8",
            "Author [id]:1",
            "  id Int!:2",
            "  email String:3",
            "books [id]:6",
            "  id Int!:7",
            "  writerId Int!:9",
            "  [writerId]>Author[id]:8");
  }

  @Test
  void modelsOfPythonAreTables() {
    add(
        "python",
        "shop/models.py",
        """
        class Item(models.Model):
            name = models.CharField(max_length=10)
            shop = models.ForeignKey('Shop', on_delete=models.CASCADE, null=True)
            tags = models.ManyToManyField(Tag)
            class Meta:
                db_table = "items"

        class User(Base):
            __tablename__ = "users"
            id = Column(Integer, primary_key=True)
            team: Mapped[int] = mapped_column(ForeignKey("teams.id"), nullable=False)
        """);

    assertThat(said())
        .containsExactly(
            "items [id]:1",
            "  name CharField!:2",
            "  shop_id ForeignKey:3",
            "  id AutoField!:1",
            "  [shop_id]>Shop[]:3",
            "users [id]:8",
            "  id Integer!:10",
            "  team !:11",
            "  [team]>teams[id]:11");
  }

  @Test
  void entitiesOfJpaAndTypeormAreTables() {
    add(
        "java",
        "A.java",
        """
        import jakarta.persistence.*;
        @Entity
        @Table(name = "cats")
        public class Cat {
          static final int X = 1;
          @Id @GeneratedValue private Long id;
          @Column(name = "full_name", nullable = false)
          private String name = "x";
          @ManyToOne private Owner owner;
          @OneToMany(mappedBy = "cat") private List<Toy> toys;
          @Transient int no;
          public String getName() { return name; }
        }
        """);
    add(
        "typescript",
        "b.ts",
        """
        @Entity("dogs")
        export class Dog {
          @PrimaryGeneratedColumn() id: number
          @Column({ type: "varchar", nullable: false }) name: string
          @ManyToOne(() => Owner, (o) => o.dogs) owner: Owner
          plain: string
        }
        """);

    assertThat(said())
        .containsExactly(
            "cats [id]:4",
            "  id Long!:6",
            "  full_name String!:8",
            "  owner_id Owner:9",
            "  [owner_id]>Owner[]:9",
            "dogs [id]:2",
            "  id number!:3",
            "  name varchar!:4",
            "  ownerId Owner:5",
            "  [ownerId]>Owner[]:5");
  }

  @Test
  void numbersInPathsAreComparedAsNumbers() {
    assertThat(SchemaCollector.byNumbers("V2__a", "V10__a")).isNegative();
    assertThat(SchemaCollector.byNumbers("V02", "V2")).isZero();
    assertThat(SchemaCollector.byNumbers("a", "a1")).isNegative();
  }

  @Test
  void noTextIsAnErrorAndNoneIsSlow() {
    long seed = 20_261_124L;
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    List<String> words =
        List.of(
            "CREATE TABLE ",
            "ALTER TABLE ",
            "a ",
            "(",
            ")",
            ",",
            ";",
            "id int",
            " PRIMARY KEY",
            " REFERENCES ",
            "ADD ",
            "DROP ",
            "RENAME ",
            "\"",
            "'",
            "`",
            "\n",
            "@Entity",
            "class A {",
            "@Column",
            "}",
            "model M {",
            "$table->",
            "Schema::create('a'",
            "class A(models.Model):\n",
            "x = models.",
            "Column(",
            "create_table \"a\"\n",
            "t.",
            "[",
            "]",
            ":",
            "persistence.");
    String[][] kinds = {
      {"sql", "a%d.sql"},
      {"ruby", "%d/db/schema.rb"},
      {"php", "migrations/%d.php"},
      {"python", "%d.py"},
      {"java", "%d.java"},
      {"kotlin", "%d.kt"},
      {"typescript", "%d.ts"},
      {"text", "%d.prisma"}
    };
    for (String[] kind : kinds) {
      for (int round = 0; round < 150; round++) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(100); i > 0; i--) {
          text.append(words.get(random.nextInt(words.size())));
        }
        add(kind[0], kind[1].formatted(round), text.toString());
      }
      for (String word : words) {
        add(kind[0], kind[1].formatted(1_000 + words.indexOf(word)), word.repeat(9_000));
      }
    }
    assertThat(collector.tables()).isNotNull();
  }

  /** Of an application whose models share a base, only those without it were tables. */
  @Test
  void modelsOfDjangoHaveTheColumnsOfTheirAbstractBases() {
    add(
        "python",
        "app/models.py",
        """
        from django.db import models

        class Owned(models.Model):
            owner = models.ForeignKey(
                settings.AUTH_USER_MODEL, on_delete=models.CASCADE)

            class Meta:
                abstract = True

        class Parcel(Owned):
            class Size(models.TextChoices):
                SMALL = "s"

            weight = models.IntegerField()
            depot = models.ForeignKey(places.Depot, null=True)

        class Migration(migrations.Migration):
            field = models.CharField()
        """);

    assertThat(said())
        .containsExactly(
            "Parcel [id]:10",
            "  weight IntegerField!:14",
            "  depot_id ForeignKey:15",
            "  id AutoField!:10",
            "  owner_id ForeignKey!:4",
            "  [depot_id]>Depot[]:15",
            "  [owner_id]>User[]:4");
  }

  /** Methods in the order of the alphabet put the way back first: no table was seen. */
  @Test
  void migrationsOfLaravelMayBeginWithTheWayBack() {
    add(
        "php",
        "database/migrations/2020_parcels.php",
        """
        <?php
        return new class extends Migration {
          public function down(): void
          {
            Schema::dropIfExists('parcels');
          }

          public function up(): void
          {
            Schema::create('parcels', static function (Blueprint $table): void {
              $table->increments('id');
            });
          }
        };
        """);

    assertThat(said()).containsExactly("parcels [id]:10", "  id increments!:11");
  }

  /** A hundred tables lacked the columns that point to other tables, and some their last name. */
  @Test
  void migrationsOfLaravelPointToModelsAndRenameTables() {
    add(
        "php",
        "database/migrations/1_a.php",
        """
        <?php
        Schema::create('shops', function (Blueprint $table) {
            $table->id();
        });
        Schema::create('shelves', function (Blueprint $table) {
            $table->id();
        });
        Schema::create('parcels', function (Blueprint $table) {
            $table->foreignIdFor(Shop::class)->constrained()->cascadeOnDelete();
            $table->foreignIdFor(Category::class, 'kind_id')->nullable()->constrained();
            $table->foreignId('shelf_id')->constrained();
            $table->string('code');
            $table->primary(['shop_id', 'code'], 'shop_code');
        });
        Schema::rename('shops', 'markets');
        """);
    add(
        "php",
        "database/migrations/2_b.php",
        """
        <?php
        Schema::table('parcels', function (Blueprint $table) {
            $table->dropPrimary(['shop_id', 'code']);
            $table->primary('code');
        });
        """);

    assertThat(said())
        .containsExactly(
            "shelves [id]:5",
            "  id id!:6",
            "parcels [code]:8",
            "  shop_id foreignIdFor!:9",
            "  kind_id foreignIdFor:10",
            "  shelf_id foreignId!:11",
            "  code string!:12",
            "  [shop_id]>markets[id]:9",
            "  [shelf_id]>shelves[id]:11",
            "markets [id]:2",
            "  id id!:3");
  }

  /** Applications of .NET were told to have no tables. */
  @Test
  void migrationsOfEntityFrameworkAreReadOnTheirWayUp() {
    add(
        "csharp",
        "Shop/Migrations/1_Initial.cs",
        """
        public partial class Initial : Migration
        {
            protected override void Up(MigrationBuilder migrationBuilder)
            {
                migrationBuilder.CreateTable(
                    name: "Shop",
                    columns: table => new
                    {
                        Id = table.Column<int>(type: "integer", nullable: false)
                            .Annotation("Npgsql:ValueGenerationStrategy", 1)
                    },
                    constraints: table =>
                    {
                        table.PrimaryKey("PK_Shop", x => x.Id);
                    });
                migrationBuilder.CreateTable(
                    name: "Parcel",
                    columns: table => new
                    {
                        Code = table.Column<string>(type: "text", nullable: true),
                        ShopId = table.Column<int>(nullable: false)
                    },
                    constraints: table =>
                    {
                        table.PrimaryKey("PK_Parcel", x => new { x.Code, x.ShopId });
                        table.ForeignKey(
                            name: "FK_Parcel_Shop_ShopId",
                            column: x => x.ShopId,
                            principalTable: "Shop",
                            principalColumn: "Id",
                            onDelete: ReferentialAction.Cascade);
                    });
            }

            protected override void Down(MigrationBuilder migrationBuilder)
            {
                migrationBuilder.DropTable(name: "Parcel");
            }
        }
        """);
    add(
        "csharp",
        "Shop/Migrations/2_Weight.cs",
        """
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<decimal>(name: "Weight", table: "Parcel", type: "numeric");
            migrationBuilder.RenameTable(name: "Shop", newName: "Shops");
        }
        """);

    assertThat(said())
        .containsExactly(
            "Parcel [Code, ShopId]:16",
            "  Code text:20",
            "  ShopId int!:21",
            "  Weight numeric:3",
            "  [ShopId]>Shops[Id]:26",
            "Shops [Id]:5",
            "  Id integer!:9");
  }

  /** Applications of Android were told to have no tables. */
  @Test
  void entitiesOfRoomAreTables() {
    add(
        "kotlin",
        "Parcel.kt",
        """
        import androidx.room.Entity
        @Entity(
            tableName = "parcels",
            primaryKeys = ["code", "shop_id"],
            foreignKeys = [
                ForeignKey(
                    entity = ShopEntity::class,
                    parentColumns = ["id"],
                    childColumns = ["shop_id"],
                ),
            ],
        )
        data class ParcelEntity(
            val code: String,
            @ColumnInfo(name = "shop_id", defaultValue = "")
            val shopId: String?,
            @Ignore
            val shown: Boolean,
        )
        """);
    add(
        "kotlin",
        "Shop.kt",
        """
        import androidx.room.Entity
        @Entity(tableName = "shops")
        data class ShopEntity(
            @PrimaryKey
            val id: String,
        )
        """);

    assertThat(said())
        .containsExactly(
            "parcels [code, shop_id]:13",
            "  code String!:14",
            "  shop_id String:16",
            "  [shop_id]>shops[id]:6",
            "shops [id]:3",
            "  id String!:5");
  }

  /** A table pointed to {@code verbose_name}, which stood before what it points to. */
  @Test
  void aKeyOfDjangoPointsToWhatItsArgumentNames() {
    add(
        "python",
        "shop/models.py",
        """
        class Shop(models.Model):
            name = models.CharField()
        class Parcel(models.Model):
            shop = models.ForeignKey(
                verbose_name=_('shop'),
                to=Shop,
                on_delete=models.CASCADE,
            )
            other = models.ForeignKey(verbose_name='other', **options)
        """);

    assertThat(said()).contains("  [shop_id]>Shop[]:4").noneMatch(one -> one.contains("verbose"));
  }
}
