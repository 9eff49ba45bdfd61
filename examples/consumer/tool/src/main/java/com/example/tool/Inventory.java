package com.example.tool;

import dev.trivet.spec.Cluster;
import dev.trivet.spec.Master;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The masters as a hosts file lists them: an address and a name a line, every address of a master after the other. */
final class Inventory {

    private Inventory() {}

    static String of(Cluster cluster) {
        return cluster.masters().stream().map(Inventory::lines).collect(Collectors.joining());
    }

    private static String lines(Master master) {
        return master.addresses().stream()
                .map(address -> address + " " + master.name() + "\n")
                .collect(Collectors.joining());
    }

    /** What somebody who reads it finds: the names and their addresses. */
    static Map<String, List<String>> read(String inventory) {
        return inventory
                .lines()
                .map(line -> line.split(" "))
                .collect(Collectors.groupingBy(
                        words -> words[1], Collectors.mapping(words -> words[0], Collectors.toList())));
    }
}
