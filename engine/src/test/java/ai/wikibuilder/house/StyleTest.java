package ai.wikibuilder.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The rules of docs/STYLE.md that a machine can check, over the main code of every module. */
class StyleTest {
  private static final int FILES_OF_A_PACKAGE_MAX = 20;
  private static final int LINES_OF_A_FILE_MAX = 400;
  private static final int LINES_OF_A_METHOD_MAX = 40;
  private static final int PARAMETERS_MAX = 4;
  private static final Pattern EMPTY_NAME =
      Pattern.compile("\\w*(Utils?|Helper|Manager|Impl|Base|Common|Data|Info)");
  private static final Pattern LEFT_UNDONE = Pattern.compile("\\b(TODO|FIXME|XXX)\\b");

  private final List<Path> files = mainFiles();

  @Test
  void thereIsCodeToLookAt() {
    assertThat(files).hasSizeGreaterThan(40);
  }

  @Test
  void everyPackageSaysWhatItIs() {
    assertThat(files.stream().map(Path::getParent).distinct())
        .allSatisfy(folder -> assertThat(folder.resolve("package-info.java")).exists());
  }

  @Test
  void aPackageIsOneFeature() {
    Map<Path, Long> counts =
        files.stream()
            .filter(file -> !file.endsWith("package-info.java"))
            .collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));

    assertThat(counts)
        .allSatisfy((folder, count) ->
            assertThat(count).as(folder.toString()).isLessThanOrEqualTo(FILES_OF_A_PACKAGE_MAX));
  }

  @Test
  void filesAreShortAndFinished() throws IOException {
    List<String> violations = new ArrayList<>();
    for (Path file : files) {
      String text = Files.readString(file);
      long lines = text.lines().count();
      if (lines > LINES_OF_A_FILE_MAX) {
        violations.add(file + ": " + lines + " lines, at most " + LINES_OF_A_FILE_MAX);
      }
      if (LEFT_UNDONE.matcher(text).find()) {
        violations.add(file + ": says that something is left undone");
      }
    }
    assertThat(violations).isEmpty();
  }

  @Test
  void namesSayWhatThingsAreAndMethodsAreShort() throws IOException {
    List<String> violations = new ArrayList<>();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (var disk = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, disk, null, null, null, disk.getJavaFileObjectsFromPaths(files));
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      for (CompilationUnitTree unit : task.parse()) {
        new Rules(unit, positions, violations).scan(unit, null);
      }
    }
    assertThat(violations).isEmpty();
  }

  private static final class Rules extends TreeScanner<@Nullable Void, @Nullable Void> {
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final List<String> violations;

    Rules(CompilationUnitTree unit, SourcePositions positions, List<String> violations) {
      this.unit = unit;
      this.positions = positions;
      this.violations = violations;
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
      if (EMPTY_NAME.matcher(type.getSimpleName()).matches()) {
        violations.add(at(type) + type.getSimpleName() + " does not say what it does");
      }
      return super.visitClass(type, null);
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
      long lines = line(positions.getEndPosition(unit, method)) - lineOfName(method) + 1;
      if (method.getBody() != null && lines > LINES_OF_A_METHOD_MAX) {
        violations.add(at(method) + method.getName() + " has " + lines + " lines");
      }
      if (choosesItsParameters(method) && method.getParameters().size() > PARAMETERS_MAX) {
        violations.add(
            at(method)
                + method.getName()
                + " has "
                + method.getParameters().size()
                + " parameters");
      }
      return super.visitMethod(method, null);
    }

    /** Constructors take what they depend on; an override takes what somebody else decided. */
    private static boolean choosesItsParameters(MethodTree method) {
      return !method.getName().contentEquals("<init>")
          && method.getModifiers().getAnnotations().stream()
              .noneMatch(
                  annotation -> annotation.getAnnotationType().toString().equals("Override"));
    }

    /** Annotations and modifiers above the head do not count. */
    private long lineOfName(MethodTree method) {
      Tree head = method.getReturnType() == null ? method : method.getReturnType();
      return line(positions.getStartPosition(unit, head));
    }

    private long line(long position) {
      LineMap lines = unit.getLineMap();
      return lines.getLineNumber(position);
    }

    private String at(Tree tree) {
      return unit.getSourceFile().getName()
          + ":"
          + line(positions.getStartPosition(unit, tree))
          + " ";
    }
  }

  private static List<Path> mainFiles() {
    try (Stream<Path> modules = Files.list(Path.of("..").toAbsolutePath().normalize())) {
      return modules
          .map(module -> module.resolve("src/main/java"))
          .filter(Files::isDirectory)
          .flatMap(StyleTest::javaFiles)
          .sorted(Comparator.naturalOrder())
          .toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Stream<Path> javaFiles(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
