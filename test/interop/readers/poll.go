// Visits the addresses that it is given, once each; prints what each tells.
package main

import (
	"encoding/json"
	"log"
	"os"

	"github.com/mmcdole/gofeed"
)

type entry struct {
	ID        string `json:"id"`
	Title     string `json:"title"`
	Published *int64 `json:"published"`
	BodyHTML  string `json:"bodyHtml"`
}

func shown(item *gofeed.Item) entry {
	told := entry{ID: item.GUID, Title: item.Title, BodyHTML: item.Content}
	if item.PublishedParsed != nil {
		seconds := item.PublishedParsed.Unix()
		told.Published = &seconds
	}
	return told
}

func main() {
	shelf := map[string][]entry{}
	for _, url := range os.Args[1:] {
		feed, err := gofeed.NewParser().ParseURL(url)
		if err != nil {
			log.Fatalf("%s: %v", url, err)
		}
		shelf[url] = []entry{}
		for _, item := range feed.Items {
			shelf[url] = append(shelf[url], shown(item))
		}
	}
	if err := json.NewEncoder(os.Stdout).Encode(shelf); err != nil {
		log.Fatal(err)
	}
}
