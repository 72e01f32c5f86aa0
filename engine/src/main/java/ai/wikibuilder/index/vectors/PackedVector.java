package ai.wikibuilder.index.vectors;

/**
 * A unit vector in one byte a number: the largest becomes 127 or -127. A quarter of the size; a
 * product of two differs from the exact one by less than a hundredth, and by a thousandth as a
 * rule.
 *
 * @param scale what each number is multiplied by
 * @param numbers byte[dimension]; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; copied for nobody
record PackedVector(float scale, byte[] numbers) {
  private static final int LARGEST = Byte.MAX_VALUE;

  static PackedVector of(float[] vector) {
    float most = Float.MIN_NORMAL;
    for (float value : vector) {
      most = Math.max(most, Math.abs(value));
    }
    byte[] numbers = new byte[vector.length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (byte) Math.round(vector[i] / most * LARGEST);
    }
    return new PackedVector(most / LARGEST, numbers);
  }
}
