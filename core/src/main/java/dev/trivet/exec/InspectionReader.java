package dev.trivet.exec;

import dev.trivet.plan.ActivityFacts;
import dev.trivet.plan.Answer;
import dev.trivet.plan.FileFacts;
import dev.trivet.plan.Hashes;
import dev.trivet.plan.HostFacts;
import dev.trivet.plan.Identity;
import dev.trivet.plan.KubeadmFacts;
import dev.trivet.plan.MasterFacts;
import dev.trivet.plan.RuntimeFacts;
import dev.trivet.spec.Master;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the facts out of the lines that the script wrote. */
final class InspectionReader {

    private final Master master;
    private final Inquiry inquiry;
    private final InspectionLines lines;

    InspectionReader(Master master, Inquiry inquiry, InspectionLines lines) {
        this.master = master;
        this.inquiry = inquiry;
        this.lines = lines;
    }

    MasterFacts facts() {
        var identity = identity();
        var services = new ServiceReader(inquiry.cluster(), lines).services(identity);
        return new MasterFacts(identity, host(), files(), kubeadm(), activity(), runtime(), services);
    }

    private Identity identity() {
        var addresses = lines.words("address", 2)
                .map(words -> new Identity.LocalAddress(words[0], words[1]))
                .toList();
        return new Identity(
                lines.first("machine-id").orElse(""),
                lines.first("host").orElse(master.name()),
                addresses,
                lines.all("mac").collect(Collectors.toSet()));
    }

    private HostFacts host() {
        var swapping = lines.first("swap")
                .map(count -> count.equals("0") ? Answer.NO : Answer.YES)
                .orElse(Answer.UNKNOWN);
        var kernel = lines.words("kernel", 2)
                .collect(Collectors.toMap(words -> words[0], words -> words[1], (one, other) -> one));
        var clock = Instant.ofEpochSecond(number(lines.first("clock").orElse("0")));
        return new HostFacts(clock, swapping, lines.all("missing").collect(Collectors.toSet()), kernel);
    }

    private Map<String, FileFacts> files() {
        var contents = lines.words("content", 2)
                .collect(Collectors.toMap(words -> words[0], words -> words[1], (one, other) -> one));
        var files = new HashMap<String, FileFacts>();
        lines.all("absent").forEach(path -> files.put(path, new FileFacts.Absent()));
        lines.words("obstacle", 2).forEach(words -> files.put(words[0], new FileFacts.Obstructed(words[1])));
        lines.words("file", 4)
                .forEach(words -> files.put(
                        words[0],
                        new FileFacts.Present(
                                words[1],
                                words[2],
                                words[3],
                                Optional.ofNullable(contents.get(words[0]))
                                        .flatMap(content -> text(content, words[1])))));
        return files;
    }

    /** Only what comes back to the same bytes is text, and only what did not change between two looks. */
    private static Optional<String> text(String encoded, String hash) {
        try {
            byte[] bytes = Base64.getDecoder().decode(encoded);
            var text = new String(bytes, StandardCharsets.UTF_8);
            boolean isText = Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes);
            return isText && Hashes.sha256(bytes).equals(hash) ? Optional.of(text) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private KubeadmFacts kubeadm() {
        var marked = lines.first("marked")
                .map(word -> word.equals("yes") ? Answer.YES : Answer.NO)
                .orElse(Answer.UNKNOWN);
        return new KubeadmFacts(
                lines.first("kubeadm"),
                lines.all("leaving").collect(Collectors.toSet()),
                lines.first("authority").flatMap(Authorities::read),
                lines.first("endpoint"),
                marked);
    }

    private ActivityFacts activity() {
        var listeners = lines.words("listener", 3)
                .map(words -> new ActivityFacts.Listener((int) number(words[0]), words[1], words[2]))
                .toList();
        List<ActivityFacts.RunningProcess> processes = lines.words("process", 2)
                .map(words -> new ActivityFacts.RunningProcess(words[0], number(words[1])))
                .toList();
        return new ActivityFacts(listeners, processes, lines.jobs());
    }

    private RuntimeFacts runtime() {
        var running = lines.first("runtime")
                .map(code -> code.equals("0") ? Answer.YES : Answer.NO)
                .orElse(Answer.UNKNOWN);
        Set<String> images = lines.all("image").collect(Collectors.toSet());
        return new RuntimeFacts(running, images);
    }

    private static long number(String digits) {
        return Optional.of(digits)
                .filter(text -> text.matches("\\d{1,12}"))
                .map(Long::valueOf)
                .orElse(0L);
    }
}
