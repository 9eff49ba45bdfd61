package dev.trivet.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.trivet.harness.Canary;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Passwords, tokens, keys and passphrases, in every form that they may have, are in nothing that the library shows: no event,
 * plan, report, exception or log, and no object's text. There is an object of every public type.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NoSecretShownTest {

    private static final Pattern ADDRESS = Pattern.compile("dev\\.trivet\\.[\\w.$]+@[0-9a-f]+");
    private static final int LONGEST_LINE = 240;

    private final Shown shown = new Shown();
    private final Life life = new Life(shown);
    private final List<String> log = new CopyOnWriteArrayList<>();

    @BeforeAll
    void live(@TempDir Path folder) throws IOException, NoSuchAlgorithmException {
        Files.writeString(folder.resolve("file"), "no key\n");
        var logger = Logger.getLogger("dev.trivet");
        var handler = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                log.add(entry.getMessage() + " " + entry.getThrown());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        handler.setLevel(Level.ALL);
        logger.setLevel(Level.ALL);
        logger.addHandler(handler);
        life.specs();
        life.analyses();
        life.files(folder);
        life.runs();
        new Ways(shown).ssh(folder);
        logger.removeHandler(handler);
        logger.setLevel(null);
    }

    private List<Canary> canaries() {
        return Stream.concat(life.minted.stream(), Stream.of(Life.VRRP_PASSWORD, Ways.SUDO_PASSWORD, Ways.PASSPHRASE))
                .distinct()
                .map(Canary::of)
                .toList();
    }

    @Test
    void noTextShowsASecret() {
        var canaries = canaries();
        var texts =
                Stream.concat(shown.texts().stream(), log.stream()).distinct().toList();

        assertThat(life.minted).hasSizeGreaterThan(100);
        assertThat(log).isNotEmpty();
        assertThat(texts).noneMatch(text -> canaries.stream().anyMatch(canary -> canary.isIn(text)));
    }

    @Test
    void noObjectShowsASecret() {
        var canaries = canaries();
        var showing = new ArrayList<String>();
        shown.graph()
                .texts()
                .forEach((type, texts) -> texts.stream()
                        .filter(text -> canaries.stream().anyMatch(canary -> canary.isIn(text)))
                        .forEach(text -> showing.add(type.getName() + ": " + text)));

        assertThat(showing).isEmpty();
    }

    @Test
    void everyPublicTypeWasLookedAt() {
        var seen = shown.graph().texts().keySet().stream()
                .flatMap(type -> Stream.of(type, type.getSuperclass()))
                .map(Class::getName)
                .collect(Collectors.toSet());
        var types = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(
                        "dev.trivet.spec",
                        "dev.trivet.failover",
                        "dev.trivet.artifact",
                        "dev.trivet.plan",
                        "dev.trivet.exec",
                        "dev.trivet.rack",
                        "dev.trivet.render",
                        "dev.trivet.ssh");

        var instantiated = types.stream()
                .filter(NoSecretShownTest::isPublic)
                .filter(NoSecretShownTest::hasInstances)
                .map(JavaClass::getName)
                .toList();

        assertThat(instantiated).hasSizeGreaterThan(50);
        assertThat(instantiated.stream().filter(name -> !seen.contains(name))).isEmpty();
    }

    /** What JShell answers with: neither an address in memory, nor fields in a line without end. */
    @Test
    void everyPublicObjectSaysWhatItIs() {
        var dumps = new TreeMap<String, String>();
        shown.graph()
                .texts()
                .forEach((type, texts) -> texts.stream()
                        .filter(text -> ADDRESS.matcher(text).find()
                                || text.lines().anyMatch(line -> line.length() > LONGEST_LINE))
                        .filter(text -> isShown(type))
                        .forEach(text -> dumps.putIfAbsent(type.getName(), text)));

        assertThat(dumps).isEmpty();
    }

    /** Public, or what stands for an abstract public type; an exception's text is a sentence, however long. */
    private static boolean isShown(Class<?> type) {
        boolean isValue =
                isPublic(type.getSuperclass()) && type.getSuperclass().getName().startsWith("dev.trivet.");
        return !Throwable.class.isAssignableFrom(type) && (isPublic(type) || isValue);
    }

    private static boolean isPublic(Class<?> type) {
        return Stream.<Class<?>>iterate(type, Objects::nonNull, Class::getEnclosingClass)
                .allMatch(outer -> Modifier.isPublic(outer.getModifiers()));
    }

    private static boolean isPublic(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass().filter(outer -> !isPublic(outer)).isEmpty();
    }

    /** Constants hold no secret, and what has static methods alone has no objects. */
    private static boolean hasInstances(JavaClass type) {
        boolean isStatic =
                type.getFields().stream().allMatch(field -> field.getModifiers().contains(JavaModifier.STATIC))
                        && type.getSuperclass()
                                .filter(above -> above.getName().equals("java.lang.Object"))
                                .isPresent();
        return !type.isInterface() && !type.isEnum() && !isStatic;
    }
}
