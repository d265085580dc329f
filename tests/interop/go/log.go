// Checks a record with the code that Go's own module checksum database trusts, or writes a log with it.
//
//	log verify DIR VKEY     the signature, every entry, and the consistency with every smaller size
//	log write DIR SIZE      a log of its own; prints its verifier key and the root of every size
package main

import (
	"crypto/rand"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const height = 8

// The paths of C2SP tlog-tiles name no height, and call data entries.
func pathOf(dir string, t tlog.Tile) string {
	path := strings.Replace(t.Path(), "tile/8/", "tile/", 1)
	return filepath.Join(dir, strings.Replace(path, "tile/data/", "tile/entries/", 1))
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

type folder string

func (f folder) Height() int                     { return height }
func (f folder) SaveTiles([]tlog.Tile, [][]byte) {}
func (f folder) ReadTiles(tiles []tlog.Tile) (data [][]byte, err error) {
	for _, t := range tiles {
		bytes, err := os.ReadFile(pathOf(string(f), t))
		if err != nil {
			return nil, err
		}
		data = append(data, bytes)
	}
	return data, nil
}

func verify(dir, vkey string) {
	verifier, err := note.NewVerifier(vkey)
	check(err)
	text, err := os.ReadFile(filepath.Join(dir, "checkpoint"))
	check(err)
	opened, err := note.Open(text, note.VerifierList(verifier))
	check(err)
	lines := strings.Split(opened.Text, "\n")
	size, err := strconv.ParseInt(lines[1], 10, 64)
	check(err)
	root, err := tlog.ParseHash(lines[2])
	check(err)
	reader := tlog.TileHashReader(tlog.Tree{N: size, Hash: root}, folder(dir))
	for first := int64(0); first < size; first += 256 {
		width := size - first
		if width > 256 {
			width = 256
		}
		bundle, err := os.ReadFile(pathOf(dir, tlog.Tile{H: height, L: -1, N: first / 256, W: int(width)}))
		check(err)
		for n := first; n < first+width; n++ {
			length := int(binary.BigEndian.Uint16(bundle))
			entry := bundle[2 : 2+length]
			bundle = bundle[2+length:]
			proof, err := tlog.ProveRecord(size, n, reader)
			check(err)
			check(tlog.CheckRecord(proof, size, root, n, tlog.RecordHash(entry)))
		}
		if len(bundle) != 0 {
			check(fmt.Errorf("%d bytes after the entries from %d", len(bundle), first))
		}
	}
	for n := int64(1); n <= size; n++ {
		old, err := tlog.TreeHash(n, reader)
		check(err)
		proof, err := tlog.ProveTree(size, n, reader)
		check(err)
		check(tlog.CheckTree(proof, size, root, n, old))
	}
	fmt.Printf("%d entries\n", size)
}

func write(dir string, size int64) {
	skey, vkey, err := note.GenerateKey(rand.Reader, "example.net/go")
	check(err)
	fmt.Println(vkey)
	var hashes []tlog.Hash
	reader := tlog.HashReaderFunc(func(indexes []int64) (found []tlog.Hash, err error) {
		for _, i := range indexes {
			found = append(found, hashes[i])
		}
		return found, nil
	})
	bundles := make([][]byte, (size+255)/256)
	for n := int64(0); n < size; n++ {
		entry := []byte(fmt.Sprintf("entry %d", n))
		added, err := tlog.StoredHashes(n, entry, reader)
		check(err)
		hashes = append(hashes, added...)
		bundles[n/256] = append(append(bundles[n/256], byte(len(entry)>>8), byte(len(entry))), entry...)
		root, err := tlog.TreeHash(n+1, reader)
		check(err)
		fmt.Println(root)
	}
	put := func(path string, data []byte) {
		check(os.MkdirAll(filepath.Dir(path), 0o777))
		check(os.WriteFile(path, data, 0o666))
	}
	for _, t := range tlog.NewTiles(height, 0, size) {
		data, err := tlog.ReadTileData(t, reader)
		check(err)
		put(pathOf(dir, t), data)
	}
	for i, bundle := range bundles {
		width := size - int64(i)*256
		if width > 256 {
			width = 256
		}
		put(pathOf(dir, tlog.Tile{H: height, L: -1, N: int64(i), W: int(width)}), bundle)
	}
	signer, err := note.NewSigner(skey)
	check(err)
	root, err := tlog.TreeHash(size, reader)
	check(err)
	signed, err := note.Sign(&note.Note{Text: fmt.Sprintf("example.net/go\n%d\n%s\n", size, root)}, signer)
	check(err)
	put(filepath.Join(dir, "checkpoint"), signed)
	put(filepath.Join(dir, "log.vkey"), []byte(vkey+"\n"))
}

func main() {
	if len(os.Args) == 4 && os.Args[1] == "verify" {
		verify(os.Args[2], os.Args[3])
		return
	}
	size, err := strconv.ParseInt(os.Args[3], 10, 64)
	check(err)
	write(os.Args[2], size)
}
