package dev.trivet.spec;

import java.time.Duration;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Tells whether a value that the parser has come to may stand where a shape is asked for. */
final class Fit {

    /** Of 32 bits, with a sign. More are not handed to the parser, which refuses the document for some thousands. */
    private static final int MOST_DIGITS = 11;

    private Fit() {}

    /** Of a mapping or a list only its beginning counts. */
    static boolean of(Shape shape, JsonToken token, JsonParser parser) {
        if (shape instanceof Shape.Mapping) {
            return token == JsonToken.START_OBJECT;
        } else if (shape instanceof Shape.Items) {
            return token == JsonToken.START_ARRAY;
        } else if (shape instanceof Shape.OneOrMore either) {
            return token == JsonToken.START_ARRAY || of(either.item(), token, parser);
        }
        return !(shape instanceof Shape.Scalar scalar) || (token.isScalarValue() && isScalar(scalar, token, parser));
    }

    private static boolean isScalar(Shape.Scalar scalar, JsonToken token, JsonParser parser) {
        if (scalar.type() == Integer.class) {
            return token == JsonToken.VALUE_NUMBER_INT
                    && parser.getStringLength() <= MOST_DIGITS
                    && parser.getNumberType() == JsonParser.NumberType.INT;
        } else if (scalar.type() == Duration.class) {
            return Durations.parse(parser.getString()).isPresent();
        }
        return !scalar.type().isEnum()
                || (token == JsonToken.VALUE_STRING && scalar.choices().contains(parser.getString()));
    }
}
