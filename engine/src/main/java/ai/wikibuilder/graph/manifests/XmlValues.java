package ai.wikibuilder.graph.manifests;

import ai.wikibuilder.source.SourceText;
import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads XML as a stream of elements. Document types and outside entities are refused. */
final class XmlValues {
  /** Elements inside each other that are followed; build files have a handful. */
  private static final int DEPTH_MAX = 40;

  private XmlValues() {}

  /**
   * An element that ended.
   *
   * @param path names from the root in, joined by slashes
   * @param attributes in the order of the file
   * @param text what stands between its tags when that holds no further element
   * @param line 1-based line on which its start tag ends
   */
  record Element(String path, Map<String, String> attributes, String text, int line) {
    String attribute(String name) {
      return attributes.getOrDefault(name, "");
    }
  }

  interface Taker {
    void take(Element element);
  }

  private record Open(Map<String, String> attributes, int line) {}

  /** Gives each element when it ends; what is damaged ends the reading. */
  static void read(SourceText text, Taker taker) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      XMLStreamReader reader =
          factory.createXMLStreamReader(new ByteArrayInputStream(text.utf8()), "UTF-8");
      walk(reader, taker);
      reader.close();
    } catch (XMLStreamException damaged) {
      // what came before the damage has been taken
      return;
    }
  }

  private static void walk(XMLStreamReader reader, Taker taker) throws XMLStreamException {
    Deque<String> path = new ArrayDeque<>();
    Deque<Open> opened = new ArrayDeque<>();
    StringBuilder content = new StringBuilder();
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          if (path.size() == DEPTH_MAX) {
            return;
          }
          path.addLast(reader.getLocalName());
          opened.addLast(new Open(attributes(reader), reader.getLocation().getLineNumber()));
          content.setLength(0);
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
            content.append(reader.getText());
        case XMLStreamConstants.END_ELEMENT -> {
          Open open = opened.removeLast();
          String names = String.join("/", path);
          taker.take(new Element(names, open.attributes(), content.toString(), open.line()));
          path.removeLast();
          content.setLength(0);
        }
        default -> {
          // comments and instructions say nothing
        }
      }
    }
  }

  private static Map<String, String> attributes(XMLStreamReader reader) {
    Map<String, String> result = new LinkedHashMap<>();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      result.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
    }
    return result;
  }
}
