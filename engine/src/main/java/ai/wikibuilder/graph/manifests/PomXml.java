package ai.wikibuilder.graph.manifests;

import ai.wikibuilder.source.SourceText;
import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads pom.xml as a stream. Document types and outside entities are refused. */
final class PomXml {
  private PomXml() {}

  static void read(SourceText text, Draft draft) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      walk(factory.createXMLStreamReader(new ByteArrayInputStream(text.utf8()), "UTF-8"), draft);
    } catch (XMLStreamException damaged) {
      draft.name("", 1);
    }
  }

  private static void walk(XMLStreamReader reader, Draft draft) throws XMLStreamException {
    Deque<String> path = new ArrayDeque<>();
    StringBuilder content = new StringBuilder();
    int line = 1;
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          path.addLast(reader.getLocalName());
          content.setLength(0);
          line = reader.getLocation().getLineNumber();
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
            content.append(reader.getText());
        case XMLStreamConstants.END_ELEMENT -> {
          take(draft, String.join("/", path), content.toString(), line);
          path.removeLast();
          content.setLength(0);
        }
        default -> {
          // comments and instructions say nothing
        }
      }
    }
    reader.close();
  }

  private static void take(Draft draft, String path, String value, int line) {
    switch (path) {
      case "project/name" -> draft.name(value, line);
      case "project/description" -> draft.description(value, line);
      case "project/licenses/license/name" -> draft.license(value, line);
      case "project/dependencies/dependency/artifactId" -> draft.dependency(value, line);
      case "project/properties/maven.compiler.release",
          "project/properties/java.version",
          "project/properties/maven.compiler.target",
          "project/properties/javaVersion" ->
          draft.runtime("Java " + value, line);
      case "project/artifactId" -> draft.name(value, line);
      default -> {
        // nothing else is read
      }
    }
  }
}
