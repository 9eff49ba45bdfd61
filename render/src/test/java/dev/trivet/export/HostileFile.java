package dev.trivet.export;

import dev.trivet.artifact.Artifacts;
import dev.trivet.artifact.FileMode;
import dev.trivet.render.ArtifactRenderer;
import dev.trivet.render.Renderers;
import dev.trivet.render.Target;
import dev.trivet.spec.Cluster;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A file of a renderer of somebody's own, with what a document's syntax might take for something else. */
record HostileFile(String path, FileMode mode, String text) implements ArtifactRenderer {

    private static final List<String> TEXTS = List.of(
            "",
            "\n",
            "no end",
            "  deep\n less\n",
            "trailing blank \n\n\n",
            "\ttab\n",
            "returned\r\n",
            "TRIVET\n$(id) `id` $HOME 'one' \"two\" \\\n",
            "---\n...\n%YAML\n# no comment\n- &a *a !t\n",
            "{{ name }} {% raw %} {# comment #}\n",
            IntStream.rangeClosed(0, 0x2ff)
                    .mapToObj(Character::toString)
                    .collect(Collectors.joining("", "\ufeff", "\ud83d\ude00\u2028\n")));

    static List<HostileFile> all() {
        var files = new ArrayList<HostileFile>();
        for (String text : TEXTS) {
            files.add(new HostileFile("/etc/hostile/" + files.size(), new FileMode(0640), text));
        }
        return files;
    }

    /** The standard files, and these. */
    static Artifacts among(Cluster cluster) {
        var renderers = Renderers.standard();
        for (HostileFile file : all()) {
            renderers = renderers.with(file);
        }
        return renderers.render(cluster);
    }

    @Override
    public Optional<String> render(Target target) {
        return Optional.of(text);
    }
}
