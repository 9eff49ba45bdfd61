package dev.trivet.export;

import dev.trivet.artifact.Artifact;
import dev.trivet.artifact.FileMode;
import dev.trivet.spec.Cluster;
import dev.trivet.spec.Master;
import java.util.List;

/** user-data for cloud-init. It puts files and runs nothing: where m1 is installed anew, it must not make a second cluster. */
final class CloudInit implements PerMaster {

    @Override
    public String fileName() {
        return "user-data";
    }

    @Override
    public FileMode mode() {
        return FileMode.PRIVATE;
    }

    @Override
    public String text(Cluster cluster, Master master, List<Artifact> files) {
        var document = YamlDocument.mapping();
        var list = document.putArray("write_files");
        for (Artifact file : files) {
            var entry = list.addObject()
                    .put("path", file.path())
                    .put("owner", "root:root")
                    .put("permissions", file.mode().toString());
            if (Content.isPlain(file)) {
                entry.put("content", file.text());
            } else {
                entry.put("encoding", "b64").put("content", Content.base64(file));
            }
        }
        return "#cloud-config\n" + Header.of(cluster, master) + YamlDocument.write(document);
    }
}
