import Database from 'better-sqlite3';

// Another program that holds SQLite's write lock for a while.
const [file = '', ms = ''] = process.argv.slice(2);
const db = new Database(file);
db.exec('BEGIN IMMEDIATE');
console.log('ready');
setTimeout(() => {
  db.exec('COMMIT');
  db.close();
}, Number(ms));
