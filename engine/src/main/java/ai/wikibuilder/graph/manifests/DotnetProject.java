package ai.wikibuilder.graph.manifests;

import ai.wikibuilder.graph.manifests.Manifest.Scope;
import ai.wikibuilder.source.SourceText;
import java.util.List;
import java.util.Locale;

/** Reads the projects and solutions of .NET. */
final class DotnetProject {
  /** Longest line of a solution that is read. */
  private static final int LINE_LENGTH_MAX = 2_000;

  private DotnetProject() {}

  /** A project file or a list of package versions. */
  static void read(String path, SourceText text, Draft draft) {
    String[] pending = {""};
    XmlValues.read(
        text,
        element -> {
          String name = element.path().substring(element.path().lastIndexOf('/') + 1);
          switch (name) {
            case "AssemblyName", "PackageId" -> draft.name(plain(element.text()), element.line());
            case "Version", "VersionPrefix" -> {
              if (element.path().contains("/PropertyGroup/")) {
                draft.version(plain(element.text()), element.line());
              } else {
                pending[0] = element.text().strip();
              }
            }
            case "Description" -> draft.description(element.text(), element.line());
            case "PackageLicenseExpression" -> draft.license(element.text(), element.line());
            case "TargetFramework", "TargetFrameworks" -> {
              if (!plain(element.text()).isEmpty()) {
                draft.runtime(".NET " + element.text().strip(), element.line());
              }
            }
            case "OutputType" -> target(path, element, draft);
            case "PackageReference", "PackageVersion", "GlobalPackageReference" -> {
              reference(element, pending[0], draft);
              pending[0] = "";
            }
            case "ProjectReference" ->
                draft.module(element.attribute("Include").replace('\\', '/'), element.line());
            default -> {
              // nothing else is read
            }
          }
        });
    if (path.endsWith("proj")) {
      String file = path.substring(path.lastIndexOf('/') + 1);
      draft.name(file.substring(0, file.lastIndexOf('.')), 1);
    }
  }

  /** A value made of other properties is not known here. */
  private static String plain(String value) {
    return value.contains("$(") ? "" : value;
  }

  private static void target(String path, XmlValues.Element element, Draft draft) {
    String type = element.text().strip().toLowerCase(Locale.ROOT);
    if (type.equals("exe") || type.equals("winexe")) {
      String file = path.substring(path.lastIndexOf('/') + 1);
      String name = file.substring(0, Math.max(0, file.lastIndexOf('.')));
      draft.target(new Manifest.Target(name, true, List.of(), element.line()));
    }
  }

  private static void reference(XmlValues.Element element, String inside, Draft draft) {
    String version = element.attributes().getOrDefault("Version", inside);
    boolean build = element.attribute("PrivateAssets").equalsIgnoreCase("all");
    String name = element.attribute("Include");
    draft.dependency(name, plain(version), build ? Scope.BUILD : scope(name), element.line());
  }

  private static Scope scope(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    boolean test =
        lower.contains("test")
            || lower.startsWith("xunit")
            || lower.startsWith("nunit")
            || lower.equals("moq");
    return test ? Scope.TEST : Scope.RUN;
  }

  /** {@code Project("{type}") = "name", "path", "{id}"}: only paths of projects are kept. */
  static void readSolution(SourceText text, Draft draft) {
    for (int line = 1; line <= text.lineCount(); line++) {
      String words = Lines.of(text, line, LINE_LENGTH_MAX).strip();
      if (words.startsWith("Project(\"")) {
        List<String> strings = Lines.quoted(words);
        if (strings.size() >= 3 && strings.get(2).endsWith("proj")) {
          draft.module(strings.get(2).replace('\\', '/'), line);
        }
      }
    }
  }

  /** The newer form of a solution: {@code <Project Path="..."/>}. */
  static void readSolutionXml(SourceText text, Draft draft) {
    XmlValues.read(
        text,
        element -> {
          if (element.path().endsWith("/Project")) {
            draft.module(element.attribute("Path").replace('\\', '/'), element.line());
          }
        });
  }
}
