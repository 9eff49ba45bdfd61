package dev.trivet.coldstart;

import dev.trivet.examples.Quickstart;
import dev.trivet.harness.Program;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;

/** The quickstart in a JVM of its own: reads a spec, proves it, renders its files, and bootstraps it on a simulated rack. */
final class ColdStart {

    private final Path spec;
    private final Path folder;
    private final String classPath;

    /**
     * Makes ready.
     *
     * @param examples the folder that the examples are built in
     * @param folder an empty one
     */
    ColdStart(Path examples, Path folder) throws IOException {
        this.spec = examples.resolve("cluster.yaml");
        this.folder = folder;
        this.classPath = jars(examples.resolve("target"), folder);
    }

    /** Runs it, and returns what it printed. */
    Program.Output run(String... options) {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", classPath, Quickstart.class.getName()));
        command.addAll(List.of(spec.toString(), folder.resolve("out").toString()));
        return Program.tryRun(command);
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /** A JVM keeps classes of jars only: where this build has none yet, they are made of its folders. */
    private static String jars(Path target, Path folder) throws IOException {
        var jars = new ArrayList<String>();
        jars.add(jar(target.resolve("classes"), folder.resolve("examples.jar")));
        var others = Files.readString(target.resolve("classpath.txt")).strip();
        for (String entry : others.split(File.pathSeparator, -1)) {
            var path = Path.of(entry);
            jars.add(Files.isDirectory(path) ? jar(path, folder.resolve(jars.size() + ".jar")) : entry);
        }
        return String.join(File.pathSeparator, jars);
    }

    private static String jar(Path classes, Path jar) {
        var tool = ToolProvider.findFirst("jar").orElseThrow();
        if (tool.run(System.out, System.err, "cf", jar.toString(), "-C", classes.toString(), ".") != 0) {
            throw new IllegalStateException("cannot make a jar of " + classes);
        }
        return jar.toString();
    }
}
