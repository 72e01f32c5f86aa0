package ai.wikibuilder.generations;

/**
 * Where one piece of content stands in a generation. Immutable.
 *
 * @param segment number of the segment file
 * @param offset of its first byte in the file
 * @param length bytes it takes there, packed
 * @param size bytes it has once unpacked
 * @param crc CRC-32C of the packed bytes
 */
public record ContentRef(int segment, long offset, int length, int size, int crc) {
  /** No content: a file that was left out has neither text nor facts. */
  public static final ContentRef NONE = new ContentRef(-1, 0, 0, 0, 0);

  public boolean isPresent() {
    return segment >= 0;
  }
}
