package ai.wikibuilder.graph.columns;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Any record of a few kinds of values as one column of ints, and back. Immutable; threads may share
 * it.
 *
 * <p>Format: the shape of the record as words, so that no other record is read in its place; then a
 * column in which an int and a boolean are themselves, a text and a constant of an enum are their
 * number, an optional is 0 or 1 and its value, a list is its length and its elements, a record is
 * its components in their order.
 */
// The order of constants is part of the shape that is written.
@SuppressWarnings("EnumOrdinal")
public final class RecordColumn<T extends Record> {
  private final Class<T> type;
  private final Form form;

  /**
   * For records of a type.
   *
   * @throws IllegalArgumentException when one of its components cannot be written
   */
  public RecordColumn(Class<T> type) {
    this.type = type;
    this.form = form(type);
  }

  /** Adds a record to what is written. */
  public void write(T value, ColumnWriter out) {
    IntColumn column = new IntColumn();
    form.write(value, new Target(column, out));
    out.word(form.shape());
    out.ints(column.toArray());
  }

  /**
   * Takes the record that comes next.
   *
   * @throws IllegalArgumentException when something else comes
   */
  public T read(ColumnReader in) {
    in.expect(form.shape());
    Source source = new Source(in.ints(), in);
    try {
      T value = type.cast(form.read(source));
      if (source.at != source.values.length) {
        throw new IllegalArgumentException(
            "%d values follow the record".formatted(source.values.length - source.at));
      }
      return value;
    } catch (IndexOutOfBoundsException e) {
      throw new IllegalArgumentException("a record is cut or damaged", e);
    }
  }

  private record Target(IntColumn column, ColumnWriter texts) {}

  private static final class Source {
    private final int[] values;
    private final ColumnReader texts;
    private int at;

    Source(int[] values, ColumnReader texts) {
      this.values = values;
      this.texts = texts;
    }

    int next() {
      return values[at++];
    }

    /** A number of things that take at least a value each, so that no damage asks for gigabytes. */
    int count() {
      int count = next();
      if (count < 0 || count > values.length - at) {
        throw new IllegalArgumentException("%d things in what is left".formatted(count));
      }
      return count;
    }
  }

  /** How one kind of value is written and read; {@code shape} says it in words. */
  private abstract static sealed class Form {
    abstract String shape();

    abstract void write(Object value, Target out);

    abstract Object read(Source in);
  }

  private static final class Whole extends Form {
    @Override
    String shape() {
      return "int";
    }

    @Override
    void write(Object value, Target out) {
      out.column().add((Integer) value);
    }

    @Override
    Object read(Source in) {
      return in.next();
    }
  }

  private static final class Truth extends Form {
    @Override
    String shape() {
      return "boolean";
    }

    @Override
    void write(Object value, Target out) {
      out.column().add((Boolean) value ? 1 : 0);
    }

    @Override
    Object read(Source in) {
      return in.next() == 1;
    }
  }

  private static final class Text extends Form {
    @Override
    String shape() {
      return "text";
    }

    @Override
    void write(Object value, Target out) {
      out.column().add(out.texts().text((String) value));
    }

    @Override
    Object read(Source in) {
      return in.texts.text(in.next());
    }
  }

  private static final class Constant extends Form {
    private final Object[] constants;

    Constant(Object[] constants) {
      this.constants = constants;
    }

    @Override
    String shape() {
      return Arrays.toString(constants);
    }

    @Override
    void write(Object value, Target out) {
      out.column().add(((Enum<?>) value).ordinal());
    }

    @Override
    Object read(Source in) {
      return constants[in.next()];
    }
  }

  private static final class Maybe extends Form {
    private final Form inner;

    Maybe(Form inner) {
      this.inner = inner;
    }

    @Override
    String shape() {
      return inner.shape() + "?";
    }

    @Override
    void write(Object value, Target out) {
      Optional<?> maybe = (Optional<?>) value;
      out.column().add(maybe.isPresent() ? 1 : 0);
      if (maybe.isPresent()) {
        inner.write(maybe.get(), out);
      }
    }

    @Override
    Object read(Source in) {
      return in.next() == 1 ? Optional.of(inner.read(in)) : Optional.empty();
    }
  }

  private static final class Several extends Form {
    private final Form element;

    Several(Form element) {
      this.element = element;
    }

    @Override
    String shape() {
      return element.shape() + "*";
    }

    @Override
    void write(Object value, Target out) {
      List<?> list = (List<?>) value;
      out.column().add(list.size());
      for (Object one : list) {
        element.write(one, out);
      }
    }

    @Override
    Object read(Source in) {
      Object[] elements = new Object[in.count()];
      for (int i = 0; i < elements.length; i++) {
        elements[i] = element.read(in);
      }
      return List.of(elements);
    }
  }

  /** A record of any type; its components are asked for and given by reflection. */
  private static final class Composed extends Form {
    private final Class<?> type;
    private final List<Method> parts = new ArrayList<>();
    private final List<Form> forms = new ArrayList<>();
    private final Constructor<?> maker;

    Composed(Class<?> type) {
      this.type = type;
      RecordComponent[] components = type.getRecordComponents();
      Class<?>[] types = new Class<?>[components.length];
      for (int i = 0; i < components.length; i++) {
        types[i] = components[i].getType();
        forms.add(form(components[i].getGenericType()));
        parts.add(components[i].getAccessor());
        parts.getLast().setAccessible(true);
      }
      try {
        this.maker = type.getDeclaredConstructor(types);
        maker.setAccessible(true);
      } catch (NoSuchMethodException e) {
        throw new IllegalStateException("every record has its constructor", e);
      }
    }

    @Override
    String shape() {
      StringBuilder shape = new StringBuilder(type.getSimpleName()).append('(');
      for (int i = 0; i < parts.size(); i++) {
        shape.append(parts.get(i).getName()).append(' ').append(forms.get(i).shape()).append(',');
      }
      return shape.append(')').toString();
    }

    @Override
    void write(Object value, Target out) {
      try {
        for (int i = 0; i < parts.size(); i++) {
          forms.get(i).write(parts.get(i).invoke(value), out);
        }
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("expected the parts of " + type, e);
      }
    }

    @Override
    Object read(Source in) {
      Object[] values = new Object[forms.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = forms.get(i).read(in);
      }
      try {
        return maker.newInstance(values);
      } catch (ReflectiveOperationException e) {
        throw new IllegalArgumentException("expected the parts of " + type, e);
      }
    }
  }

  private static Form form(Type type) {
    if (type instanceof Class<?> one) {
      return form(one);
    }
    if (type instanceof ParameterizedType one && one.getRawType() == List.class) {
      return new Several(form(one.getActualTypeArguments()[0]));
    }
    if (type instanceof ParameterizedType one && one.getRawType() == Optional.class) {
      return new Maybe(form(one.getActualTypeArguments()[0]));
    }
    throw new IllegalArgumentException("expected a value that can be written, got " + type);
  }

  private static Form form(Class<?> type) {
    if (type == int.class || type == Integer.class) {
      return new Whole();
    }
    if (type == boolean.class) {
      return new Truth();
    }
    if (type == String.class) {
      return new Text();
    }
    if (type.isEnum()) {
      return new Constant(type.getEnumConstants());
    }
    if (type.isRecord()) {
      return new Composed(type);
    }
    throw new IllegalArgumentException("expected a value that can be written, got " + type);
  }
}
