package org.zhitu.server.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The built scripts and styles by entry, as the build's manifest lists them: file names carry a hash of the content. */
final class Assets {
    private static final String MANIFEST = "/static/assets/manifest.json";

    private final SortedMap<String, Entry> entries;

    private Assets(SortedMap<String, Entry> entries) {
        this.entries = entries;
    }

    /** One entry: its script and the styles it brings. */
    private record Entry(String script, List<String> styles) {}

    /** Reads the manifest that the build put beside the assets. */
    static Assets load() {
        try (InputStream in = Assets.class.getResourceAsStream(MANIFEST)) {
            if (in == null) {
                throw new IllegalStateException("the build lacks " + MANIFEST + ": build the module ui first");
            }
            return parse(JsonMapper.shared().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + MANIFEST, e);
        }
    }

    private static Assets parse(JsonNode manifest) {
        SortedMap<String, Entry> entries = new TreeMap<>();
        for (JsonNode chunk : manifest) {
            if (chunk.path("isEntry").asBoolean(false)) {
                List<String> styles = chunk.path("css")
                        .valueStream()
                        .map(css -> "/assets/" + css.asString())
                        .toList();
                entries.put(
                        chunk.path("name").asString(),
                        new Entry("/assets/" + chunk.path("file").asString(), styles));
            }
        }
        return new Assets(entries);
    }

    /** Returns the address of an entry's script. */
    public String script(String entry) {
        return entry(entry).script();
    }

    /** Returns the addresses of an entry's styles. */
    public List<String> styles(String entry) {
        return entry(entry).styles();
    }

    private Entry entry(String name) {
        Entry entry = entries.get(name);
        if (entry == null) {
            throw new IllegalArgumentException("no entry " + name + " among " + entries.keySet());
        }
        return entry;
    }
}
