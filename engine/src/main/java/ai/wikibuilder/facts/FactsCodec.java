package ai.wikibuilder.facts;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.wikibuilder.source.SourceSpan;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * Facts of one file as bytes and back. Has no state.
 *
 * <p>Format: {@code 'W' 'F'}, one byte version, four bytes CRC-32C (big-endian) of all that
 * follows. Then numbers as varints (seven bits a byte, lowest first); a number that may be negative
 * is zig-zagged; a text is the ordinal of its entry in the string table. In order:
 *
 * <pre>
 * string table  count, then for each: byte count, UTF-8
 * head          language, outcome, namespace
 * symbols       count, then for each: kind, name, parent + 1, owner, visibility, span, signature's
 *               span, name line - last start line, 0 or 1, then the doc's span if 1
 * references    count, then for each: kind, name, qualifier, line, enclosing + 1
 * imports       count, then for each: module, name, alias, line
 * span          start byte - last start byte, length, start line - last start line, line count - 1
 * </pre>
 *
 * <p>"Last" is the value before in the same list, 0 at first; lines of references and imports are
 * differences too.
 */
// The order of the enums is part of the format, as they say.
@SuppressWarnings("EnumOrdinal")
public final class FactsCodec {
  /** Grows with each change of the format. */
  static final int VERSION = 2;

  private static final int HEAD_BYTES = 7;

  /** Seven bits a byte. */
  private static final int NUMBER_BYTES_MAX = 5;

  private static final SymbolKind[] SYMBOL_KINDS = SymbolKind.values();
  private static final ReferenceKind[] REFERENCE_KINDS = ReferenceKind.values();
  private static final Visibility[] VISIBILITIES = Visibility.values();
  private static final FileFacts.Outcome[] OUTCOMES = FileFacts.Outcome.values();

  private FactsCodec() {}

  /** The facts as one frame; the same facts always give the same bytes. */
  public static byte[] encode(FileFacts facts) {
    return new Encoder().encode(facts);
  }

  /**
   * The facts in a frame.
   *
   * @throws FactsException DAMAGED if the frame is cut, changed or of another version
   */
  public static FileFacts decode(byte[] frame) {
    if (frame.length < HEAD_BYTES || frame[0] != 'W' || frame[1] != 'F') {
      throw damaged("it does not begin with WF");
    }
    if (frame[2] != VERSION) {
      throw damaged("expected version %d, got %d".formatted(VERSION, frame[2]));
    }
    CRC32C checksum = new CRC32C();
    checksum.update(frame, HEAD_BYTES, frame.length - HEAD_BYTES);
    if ((int) checksum.getValue() != ByteBuffer.wrap(frame).getInt(3)) {
      throw damaged("its checksum does not fit its content");
    }
    try {
      return new Decoder(frame).decode();
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      throw new FactsException(FactsException.Kind.DAMAGED, "the facts are damaged: " + e, e);
    }
  }

  private static FactsException damaged(String why) {
    return new FactsException(
        FactsException.Kind.DAMAGED, "the facts are damaged: " + why + "; extract them anew");
  }

  private static final class Encoder {
    private final Map<String, Integer> strings = new LinkedHashMap<>();
    private byte[] out = new byte[1024];
    private int size;
    private int lastByte;
    private int lastLine;

    byte[] encode(FileFacts facts) {
      text(facts.language());
      number(facts.outcome().ordinal());
      text(facts.namespace());
      symbols(facts.symbols());
      references(facts.references());
      imports(facts.imports());
      int bodySize = size;
      stringTable();
      CRC32C checksum = new CRC32C();
      checksum.update(out, bodySize, size - bodySize);
      checksum.update(out, 0, bodySize);
      return ByteBuffer.allocate(HEAD_BYTES + size)
          .put((byte) 'W')
          .put((byte) 'F')
          .put((byte) VERSION)
          .putInt((int) checksum.getValue())
          .put(out, bodySize, size - bodySize)
          .put(out, 0, bodySize)
          .array();
    }

    private void stringTable() {
      number(strings.size());
      for (String string : strings.keySet()) {
        byte[] utf8 = string.getBytes(UTF_8);
        number(utf8.length);
        makeRoom(utf8.length);
        System.arraycopy(utf8, 0, out, size, utf8.length);
        size += utf8.length;
      }
    }

    private void symbols(List<Symbol> symbols) {
      number(symbols.size());
      lastByte = 0;
      lastLine = 0;
      for (Symbol symbol : symbols) {
        number(symbol.kind().ordinal());
        text(symbol.name());
        number(symbol.parent() + 1);
        text(symbol.owner());
        number(symbol.visibility().ordinal());
        span(symbol.span());
        span(symbol.signature());
        signed(symbol.nameLine() - lastLine);
        number(symbol.doc().isPresent() ? 1 : 0);
        symbol.doc().ifPresent(this::span);
      }
    }

    private void span(SourceSpan span) {
      signed(span.startByte() - lastByte);
      number(span.endByte() - span.startByte());
      signed(span.startLine() - lastLine);
      number(span.endLine() - span.startLine());
      lastByte = span.startByte();
      lastLine = span.startLine();
    }

    private void references(List<Reference> references) {
      number(references.size());
      int last = 0;
      for (Reference reference : references) {
        number(reference.kind().ordinal());
        text(reference.name());
        text(reference.qualifier());
        signed(reference.line() - last);
        number(reference.enclosing() + 1);
        last = reference.line();
      }
    }

    private void imports(List<ImportFact> imports) {
      number(imports.size());
      int last = 0;
      for (ImportFact imported : imports) {
        text(imported.module());
        text(imported.name());
        text(imported.alias());
        signed(imported.line() - last);
        last = imported.line();
      }
    }

    private void text(String text) {
      Integer known = strings.putIfAbsent(text, strings.size());
      number(known == null ? strings.size() - 1 : known);
    }

    private void signed(int value) {
      number((value << 1) ^ (value >> 31));
    }

    private void number(int value) {
      makeRoom(NUMBER_BYTES_MAX);
      int rest = value;
      while ((rest & ~0x7F) != 0) {
        out[size++] = (byte) ((rest & 0x7F) | 0x80);
        rest >>>= 7;
      }
      out[size++] = (byte) rest;
    }

    private void makeRoom(int byteCount) {
      if (out.length - size < byteCount) {
        out = Arrays.copyOf(out, Math.max(2 * out.length, size + byteCount));
      }
    }
  }

  private static final class Decoder {
    private final byte[] frame;
    private int at = HEAD_BYTES;
    private String[] strings = {};
    private int lastByte;
    private int lastLine;

    Decoder(byte[] frame) {
      this.frame = frame;
    }

    FileFacts decode() {
      strings = stringTable();
      String language = text();
      FileFacts.Outcome outcome = OUTCOMES[number()];
      String namespace = text();
      List<Symbol> symbols = symbols();
      List<Reference> references = references(symbols.size());
      List<ImportFact> imports = imports();
      if (at != frame.length) {
        throw damaged("%d bytes follow its end".formatted(frame.length - at));
      }
      return new FileFacts(language, outcome, namespace, symbols, references, imports);
    }

    private String[] stringTable() {
      String[] table = new String[count()];
      for (int i = 0; i < table.length; i++) {
        int length = count();
        table[i] = new String(frame, at, length, UTF_8);
        at += length;
      }
      return table;
    }

    private List<Symbol> symbols() {
      int count = count();
      List<Symbol> symbols = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        SymbolKind kind = SYMBOL_KINDS[number()];
        String name = text();
        int parent = ordinal(i);
        String owner = text();
        Visibility visibility = VISIBILITIES[number()];
        SourceSpan span = span();
        SourceSpan signature = span();
        int nameLine = lastLine + signed();
        Optional<SourceSpan> doc = number() == 0 ? Optional.empty() : Optional.of(span());
        symbols.add(
            new Symbol(kind, name, parent, owner, span, signature, nameLine, doc, visibility));
      }
      return symbols;
    }

    private List<Reference> references(int symbolCount) {
      int count = count();
      List<Reference> references = new ArrayList<>(count);
      int line = 0;
      for (int i = 0; i < count; i++) {
        ReferenceKind kind = REFERENCE_KINDS[number()];
        String name = text();
        String qualifier = text();
        line += signed();
        references.add(new Reference(kind, name, qualifier, line, ordinal(symbolCount)));
      }
      return references;
    }

    private List<ImportFact> imports() {
      int count = count();
      List<ImportFact> imports = new ArrayList<>(count);
      int line = 0;
      for (int i = 0; i < count; i++) {
        String module = text();
        String name = text();
        String alias = text();
        line += signed();
        imports.add(new ImportFact(module, name, alias, line));
      }
      return imports;
    }

    private SourceSpan span() {
      int start = lastByte + signed();
      int end = start + number();
      int line = lastLine + signed();
      int endLine = line + number();
      lastByte = start;
      lastLine = line;
      return new SourceSpan(start, end, line, endLine);
    }

    private int ordinal(int limit) {
      int ordinal = number() - 1;
      if (ordinal < -1 || ordinal >= limit) {
        throw damaged("symbol %d of %d".formatted(ordinal, limit));
      }
      return ordinal;
    }

    /** A number of things that take at least a byte each, so that no damage asks for gigabytes. */
    private int count() {
      int count = number();
      if (count < 0 || count > frame.length - at) {
        throw damaged("%d entries in %d bytes".formatted(count, frame.length - at));
      }
      return count;
    }

    private String text() {
      return strings[number()];
    }

    private int signed() {
      int value = number();
      return (value >>> 1) ^ -(value & 1);
    }

    private int number() {
      int value = 0;
      for (int shift = 0; shift < 35; shift += 7) {
        int next = frame[at++];
        value |= (next & 0x7F) << shift;
        if (next >= 0) {
          return value;
        }
      }
      throw damaged("a number has more than five bytes");
    }
  }
}
