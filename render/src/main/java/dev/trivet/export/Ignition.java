package dev.trivet.export;

import dev.trivet.artifact.Artifact;
import dev.trivet.artifact.FileMode;
import dev.trivet.spec.Cluster;
import dev.trivet.spec.Master;
import java.util.List;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A configuration for Ignition, specification 3.4.0. JSON has no octal numbers: a mode of 0600 stands there as 384. */
final class Ignition implements PerMaster {

    private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");

    private static final ObjectWriter JSON = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build()
            .writer()
            .with(new DefaultPrettyPrinter().withObjectIndenter(LINES).withArrayIndenter(LINES));

    @Override
    public String fileName() {
        return "config.ign";
    }

    @Override
    public FileMode mode() {
        return FileMode.PRIVATE;
    }

    @Override
    public String text(Cluster cluster, Master master, List<Artifact> files) {
        var document = JsonNodeFactory.instance.objectNode();
        document.putObject("ignition").put("version", "3.4.0");
        putStorage(document.putObject("storage"), files);
        return JSON.writeValueAsString(document) + "\n";
    }

    /** The folders are named, for HAProxy's image reads its mounted one as a user without rights. */
    private static void putStorage(ObjectNode storage, List<Artifact> files) {
        var folders = storage.putArray("directories");
        files.stream()
                .map(file -> file.path().substring(0, file.path().lastIndexOf('/')))
                .filter(folder -> !folder.isEmpty())
                .distinct()
                .sorted()
                .forEach(folder -> folders.addObject().put("path", folder).put("mode", FileMode.PUBLIC_SCRIPT.bits()));
        var list = storage.putArray("files");
        for (Artifact file : files) {
            list.addObject()
                    .put("path", file.path())
                    .put("overwrite", true)
                    .put("mode", file.mode().bits())
                    .putObject("contents")
                    .put("source", "data:;base64," + Content.base64(file));
        }
    }
}
