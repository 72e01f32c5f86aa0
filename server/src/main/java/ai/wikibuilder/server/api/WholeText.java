package ai.wikibuilder.server.api;

import org.springframework.stereotype.Component;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * Takes text for text alone, not numbers and truths written as such, and refuses halves of
 * characters: JSON can escape one half alone; no database and no hash takes it.
 */
@Component
final class WholeText extends SimpleModule {
  private static final long serialVersionUID = 1L;

  WholeText() {
    super("whole text");
    addDeserializer(String.class, new Reader());
  }

  private static final class Reader extends StdScalarDeserializer<String> {
    Reader() {
      super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
      if (!parser.hasToken(JsonToken.VALUE_STRING)) {
        context.reportWrongTokenException(this, JsonToken.VALUE_STRING, "expected text");
      }
      String text = StringDeserializer.instance.deserialize(parser, context);
      if (text.codePoints().anyMatch(Reader::isHalf)) {
        throw context.weirdStringException(text, String.class, "half of a character");
      }
      return text;
    }

    private static boolean isHalf(int point) {
      return Character.getType(point) == Character.SURROGATE;
    }
  }
}
